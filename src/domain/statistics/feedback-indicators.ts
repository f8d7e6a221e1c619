import type { FeedbackAxis } from "../campaign/feedback-presets.ts";
import type { Answers } from "../feedback/check-answers.ts";
import { ordersRedo } from "../feedback/check-answers.ts";
import type { Attitude } from "../feedback/feedback-kinds.ts";
import { ANSWERED, OWED, caseRates, onTimeRates } from "./case-measures.ts";
import type { CaseFacts, RoundFacts } from "./facts.ts";
import type { Indicator } from "./indicator.ts";
import type { Measure } from "./measure.ts";
import { within } from "./measure.ts";

const rate = caseRates("feedback");

type Asked = RoundFacts | undefined;
type Round = { readonly code: string; readonly label: string; readonly of: (row: CaseFacts) => Asked };

/** The last round that came back; before any did, the last that went out. */
function findLatest({ rounds }: CaseFacts): Asked {
  return rounds.findLast(({ answers }) => answers !== null) ?? rounds.at(-1);
}

const ROUNDS: readonly Round[] = [
  { code: "first", label: "首轮", of: ({ rounds }) => rounds[0] },
  { code: "second", label: "第二轮", of: ({ rounds }) => rounds[1] },
  { code: "latest", label: "最近一轮", of: findLatest },
];

/** A question of the form, or all that ask for satisfaction together: then the lowest answer counts. */
type Axis = {
  readonly code: string;
  readonly label: string;
  readonly read: (answers: Answers) => Attitude | undefined;
};

const attitudeOf = (axis: FeedbackAxis, answers: Answers) =>
  axis.values.find(({ code }) => code === answers[axis.code])?.attitude ?? undefined;
const asksSatisfaction = (axis: FeedbackAxis) => axis.values.some(({ attitude }) => attitude !== null);

function findLowest(attitudes: readonly (Attitude | undefined)[]): Attitude | undefined {
  return (["dissatisfied", "basically_satisfied", "satisfied"] as const).find((item) => attitudes.includes(item));
}

function listAxes(axes: readonly FeedbackAxis[]): Axis[] {
  const asked = axes.filter(asksSatisfaction);
  const single = asked.map((axis) => ({
    code: axis.code,
    label: axis.label,
    read: (answers: Answers) => attitudeOf(axis, answers),
  }));
  if (asked.length < 2) return single;
  const read = (answers: Answers) => findLowest(asked.map((axis) => attitudeOf(axis, answers)));
  return [...single, { code: "all_axes", label: "综合（各项取最低）", read }];
}

type Bases = { readonly asked: Measure<CaseFacts>; readonly returned: Measure<CaseFacts> };

function basesOf(round: Round): Bases {
  const asked = within(OWED, `${round.label}发出反馈表的件次`, (row) => round.of(row) !== undefined);
  return { asked, returned: within(asked, `${round.label}收回反馈表的件次`, (row) => hasReturned(round.of(row))) };
}

const hasReturned = (round: Asked) => (round?.answers ?? null) !== null;

const GRADES = [
  { code: "satisfied_strict", label: "满意率（仅计满意）", words: "为“满意”的", of: ["satisfied"] },
  {
    code: "satisfied_wide",
    label: "满意率（含基本满意）",
    words: "为“满意”或者“基本满意”的",
    of: ["satisfied", "basically_satisfied"],
  },
  { code: "dissatisfied", label: "不满意率", words: "为“不满意”的", of: ["dissatisfied"] },
] as const;
type Grade = (typeof GRADES)[number];

function gradeRate(axis: Axis, round: Round, grade: Grade, base: Measure<CaseFacts>, by = ""): Indicator {
  const isOf = (row: CaseFacts) => {
    const answers = round.of(row)?.answers;
    const attitude = answers ? axis.read(answers) : undefined;
    return attitude !== undefined && (grade.of as readonly Attitude[]).includes(attitude);
  };
  const code = `${grade.code}_${axis.code}_${round.code}${by === "" ? "" : `_of_${by}`}`;
  const how = by === "" ? "占收回" : by === "asked" ? "占发出" : "占已答复";
  const numerator = within(base, `${axis.label}${grade.words}`, isOf);
  return rate(code, `${axis.label}${grade.label}，${round.label}，${how}`, base, numerator);
}

function roundIndicators(round: Round, axes: readonly Axis[]): Indicator[] {
  const { asked, returned } = basesOf(round);
  const label = `反馈率（${round.label}）`;
  const others = round.code === "latest" ? ([[asked, "asked"] as const, [ANSWERED, "answered"] as const] as const) : [];
  return [
    rate(
      `feedback_returned_${round.code}`,
      label,
      asked,
      within(asked, "已收回的", (row) => hasReturned(round.of(row))),
    ),
    ...axes.flatMap((axis) => GRADES.map((grade) => gradeRate(axis, round, grade, returned))),
    // The same headline is printed over other bases too: each under its own name (domain §1.7).
    ...axes.flatMap((axis) =>
      others.flatMap(([base, by]) =>
        GRADES.filter(({ code }) => code !== "dissatisfied").map((grade) => gradeRate(axis, round, grade, base, by)),
      ),
    ),
  ];
}

function redoIndicators(axes: readonly FeedbackAxis[]): Indicator[] {
  const returned = within(OWED, "收回过反馈表的件次", (row) => row.rounds.some(hasReturned));
  const orders = ({ answers }: RoundFacts) => answers !== null && ordersRedo(axes, answers);
  const redone = within(returned, "因不满意而重新办理的", (row) => row.rounds.some(orders));
  const again = within(redone, "重新办理后又收回反馈表的件次", (row) =>
    row.rounds.slice(row.rounds.findIndex(orders) + 1).some(hasReturned),
  );
  const content = within(again, "最近一轮不再要求重新办理的", (row) => {
    const last = findLatest(row);
    return last !== undefined && !orders(last);
  });
  return [
    rate("redo_rate", "重办率", returned, redone),
    ...onTimeRates({
      group: "feedback",
      code: "redo_on_time",
      label: "重新办理按期率",
      base: { ...redone, words: "重新办理的件次" },
      // Several: the last one stands.
      term: (row) => row.rounds.findLast(({ redo }) => redo !== null)?.redo ?? { dueOn: null, doneOn: null },
      limit: "重新办理期限",
      verb: "再次答复",
    }),
    rate("satisfied_again_rate", "再次满意率", again, content),
  ];
}

/** 反馈率, 满意率 in each round, on each question, over each base in use; 重办 and what came of it. */
export function feedbackIndicators(axes: readonly FeedbackAxis[]): Indicator[] {
  const asked = listAxes(axes);
  const returned = within(ANSWERED, "收回过反馈表的", (row) => row.rounds.some(hasReturned));
  return [
    rate("feedback_returned_of_answered", "反馈率（占已答复）", ANSWERED, returned),
    ...ROUNDS.flatMap((round) => roundIndicators(round, asked)),
    ...redoIndicators(axes),
  ];
}
