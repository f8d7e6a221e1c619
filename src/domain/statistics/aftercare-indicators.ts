import type { Standing } from "../commitment/commitment-standing.ts";
import { toStanding } from "../commitment/commitment-standing.ts";
import type { Scheme, SchemeClass } from "../scheme/scheme.ts";
import { caseRates } from "./case-measures.ts";
import type { CaseFacts, CommitmentFacts } from "./facts.ts";
import type { Indicator } from "./indicator.ts";
import type { Measure } from "./measure.ts";
import { countWhere, within } from "./measure.ts";
import { CLASSIFIED, firstClassOf, latestClassOf, schemeCode } from "./outcome-indicators.ts";
import type { Term } from "./term.ts";
import { isKept, isRipe } from "./term.ts";

const rate = caseRates("aftercare");

const countTerms = (words: string, test: (term: Term, today: string) => boolean): Measure<CaseFacts> => ({
  words,
  weigh: (row, today) => row.followUps.filter((term) => test(term, today)).length,
});

const FOLLOW_UP_INDICATORS: readonly Indicator[] = [
  rate(
    "follow_up_replied_rate",
    "续复率",
    countTerms("应续办续复的次数", () => true),
    countTerms("已续复的", ({ doneOn }) => doneOn !== null),
    { unit: "次" },
  ),
  rate(
    "follow_up_on_time_of_due",
    "按期续复率（占已到期）",
    countTerms("续办续复中已续复或者已到期的次数", isRipe),
    countTerms("按期续复的", isKept),
    { unit: "次" },
  ),
];

const standingOf = (row: CommitmentFacts, today: string): Standing => toStanding(row, today);
const OF_KEPT: readonly Standing[] = ["kept", "kept_on_time", "kept_late"];
const COMMITMENTS = countWhere<CommitmentFacts>("登记的承诺事项", () => true);
const DUE = within(COMMITMENTS, "已兑现或者已到期的承诺事项（不含不再实施的）", (row, today) =>
  [...OF_KEPT, "overdue"].includes(standingOf(row, today)),
);
const WITH_DATE = within(DUE, "有期限、且已兑现或者已到期的承诺事项", (row) => row.dueOn !== null);

function promised(
  code: string,
  label: string,
  base: Measure<CommitmentFacts> | null,
  words: string,
  standings: readonly Standing[],
): Indicator {
  const inBase = base ?? COMMITMENTS;
  const numerator = within(inBase, words, (row, today) => standings.includes(standingOf(row, today)));
  return { code, group: "aftercare", label, unit: "项", over: "commitment", numerator, base };
}

const COMMITMENT_INDICATORS: readonly Indicator[] = [
  {
    code: "commitments",
    group: "aftercare",
    label: "承诺事项",
    unit: "项",
    over: "commitment",
    numerator: COMMITMENTS,
    base: null,
  },
  promised("commitment_kept_of_all", "承诺兑现率（占全部）", COMMITMENTS, "已兑现的", OF_KEPT),
  promised("commitment_kept_of_due", "落实率（按承诺，占已到期）", DUE, "已兑现的", OF_KEPT),
  promised("commitment_kept_on_time", "承诺按期兑现率", WITH_DATE, "按期兑现的", ["kept_on_time"]),
  promised("commitment_overdue", "承诺逾期未兑现占比", COMMITMENTS, "逾期未兑现的", ["overdue"]),
  promised("commitment_dropped", "承诺不再实施占比", COMMITMENTS, "不再实施的", ["dropped"]),
];

function conversion(
  code: string,
  label: string,
  names: string,
  owes: (item: SchemeClass, row: CaseFacts) => boolean,
): Indicator {
  const base = within(CLASSIFIED, `答复时分类为${names}的件次`, (row) => {
    const first = firstClassOf(row);
    return first !== undefined && owes(first, row);
  });
  const turned = within(base, "经续办已转为解决类的", (row) => latestClassOf(row)?.countsAsResolved === true);
  return rate(code, label, base, turned);
}

/** 转化率 of one class after another: places count B alone, B and C, or all that is not solved. */
function classConversions(scheme: Scheme): Indicator[] {
  return scheme.classes.flatMap(({ code, label, countsAsResolved }, index) =>
    countsAsResolved
      ? []
      : [
          conversion(
            schemeCode(`conversion_rate_class_${index + 1}`, scheme),
            `转化率（${code} 类）`,
            ` ${code} 类（${label}）`,
            (item, row) => item.code === code && row.schemeId === scheme.id,
          ),
        ],
  );
}

function conversionIndicators(schemes: readonly Scheme[], followed: readonly string[]): Indicator[] {
  const owes = (item: SchemeClass) => item.needsFollowUp || followed.includes(item.code);
  const owed = schemes.flatMap(({ classes }) => classes.filter(owes).map(({ code }) => code));
  const names = [...new Set(owed)].join("、");
  return [
    conversion("conversion_rate", "转化率", `须续办的各类（${names || "无"}）`, owes),
    ...schemes.flatMap(classConversions),
  ];
}

/** 续办续复, 转化, 承诺. `followed`: classes that the year's rules have followed up. */
export function aftercareIndicators(schemes: readonly Scheme[], followed: readonly string[]): Indicator[] {
  return [...FOLLOW_UP_INDICATORS, ...conversionIndicators(schemes, followed), ...COMMITMENT_INDICATORS];
}
