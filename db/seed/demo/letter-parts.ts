import type { DemoPara } from "./demo-city.ts";
import type { LetterContext } from "./letter-context.ts";
import { CLASS_SENTENCES, CONCLUSIONS } from "./phrases/conclusion.ts";
import { ASPECTS, JOINT_OPINIONS } from "./phrases/detail.ts";
import { TAILS } from "./phrases/tail.ts";
import { TOPIC_ASPECTS } from "./phrases/topic-aspects.ts";
import { OPENINGS, OPENINGS_SEPARATE, OPENINGS_WITH_JOINTS, THANKS } from "./phrases/opening.ts";
import { PREVIOUS, SITUATIONS, VISITS } from "./phrases/situation.ts";
import { TOWNSHIPS } from "./places.ts";
import type { Random } from "./random.ts";
import { getAt, makeRandom } from "./random.ts";
import type { SlotWords } from "./slots.ts";
import { fillSlots } from "./slots.ts";

export type Titled = { readonly heading: string; readonly text: string };
/** problem: what the measure answers; the one that suits every title has none. */
export type Measure = Titled & { readonly problem: string | undefined };
export type LetterParts = {
  readonly opening: string;
  /** What was found, who went where, what was said in an earlier year. */
  readonly findings: readonly string[];
  readonly measures: readonly Measure[];
  readonly extras: readonly Titled[];
  readonly table: readonly DemoPara[];
  readonly next: readonly string[];
  readonly thanks: string;
};

/** Which measures a letter tells of: those of its own title first, few that a letter of another year told. */
function measureOrder({ focus, meaning, isSecond, isSeparate }: LetterContext): number[] {
  const own = [focus, (focus + 1) % 4, focus % 2 === 0 ? 4 : (focus + 2) % 4];
  const others = [0, 1, 2, 3, 4].filter((index) => !own.includes(index));
  if (isSecond) return others;
  // What cannot be done is not told as done.
  if (meaning === "reference") return [...own.slice(1), ...others.slice(0, 1)];
  return isSeparate ? own : [...own, ...others.slice(0, 1)];
}

/** Letters on one subject take the variants of a phrase in turn, year by year. */
function pickVariant(context: LetterContext, key: string, variants: readonly string[]): string {
  const start = makeRandom(`${context.subjectId}/${key}`).int(0, 997);
  return getAt(variants, start + context.yearIndex + (context.isSecond ? 2 : 0));
}

function makeMeasures(context: LetterContext, random: Random, fill: (text: string) => string): Measure[] {
  const tails = random.shuffle(TAILS);
  return measureOrder(context).map((index, order) => {
    const tail = random.chance(0.85) ? getAt(tails, order) : "";
    const text = fill(getAt(context.subject.measures, index) + tail);
    const problem = index === 4 ? undefined : fill(getAt(context.subject.problems, index));
    return { ...splitTitle(text), problem };
  });
}

function makeTable(context: LetterContext, random: Random): DemoPara[] {
  if (!makeRandom(`${context.label}/table`).chance(0.06)) return [];
  const rows = random
    .shuffle(TOWNSHIPS)
    .slice(0, random.int(4, 6))
    .map((name) => {
      const found = random.int(9, 46);
      const done = Math.max(1, found - random.int(0, 8));
      return [
        name,
        String(found),
        String(done),
        done === found ? "已完成" : `${context.year}年${random.int(11, 12)}月`,
      ];
    });
  return [
    { text: `各地${context.subject.about}有关事项的推进情况见下表：` },
    { table: [["乡镇（街道）", "排查（处）", "已完成（处）", "完成时间"], ...rows] },
  ];
}

function pickOpening(context: LetterContext): string {
  if (context.isSeparate) return getAt(OPENINGS_SEPARATE, context.isSecond ? 1 : 0);
  return pickVariant(context, "open", context.jointNames.length > 0 ? OPENINGS_WITH_JOINTS : OPENINGS);
}

/** 短标题。句子。 as heading and text. */
function splitTitle(text: string): Titled {
  const end = text.indexOf("。");
  return { heading: text.slice(0, end), text: text.slice(end + 1) };
}

type Say = (key: string, variants: readonly string[]) => string;

/** In the order of use: what the topic has of its own, the other units, then aspects that fit everywhere. */
function makeExtras(context: LetterContext, random: Random, say: Say): Titled[] {
  const topic = TOPIC_ASPECTS[context.subjectId.replace(/-\d+$/, "")] ?? [];
  const [half, rest] = [topic.slice(0, 3), topic.slice(3)];
  const own = [splitTitle(say("topic-1", half)), splitTitle(say("topic-2", rest))];
  const joint =
    context.jointNames.length > 0 && random.chance(0.6)
      ? [{ heading: "会办意见", text: say("joint", JOINT_OPINIONS) }]
      : [];
  const aspects = random.shuffle(ASPECTS).map(({ heading, texts }) => ({ heading, text: say(heading, texts) }));
  const [first, second, ...others] = aspects;
  return [
    ...own.slice(0, 1),
    ...joint,
    ...[first, second].filter((item) => item !== undefined),
    ...own.slice(1),
    ...others,
  ];
}

/** All the parts of a letter, filled; `extras` holds every aspect, in the order in which to use them. */
export function makeParts(context: LetterContext, words: SlotWords): LetterParts {
  const random = makeRandom(`${context.label}/parts`);
  const fill = (text: string): string => fillSlots(text, words, random, context.yearIndex);
  const say: Say = (key, variants) => fill(pickVariant(context, key, variants));
  const next = [say("next", CONCLUSIONS[context.meaning])];
  if (random.chance(0.35)) next.push(say("class", CLASS_SENTENCES));
  const findings = [say("situation", SITUATIONS), say("visit", VISITS)];
  if (context.earlier) findings.push(say("previous", PREVIOUS));
  return {
    opening: fill(pickOpening(context)),
    findings,
    measures: makeMeasures(context, random, fill),
    extras: makeExtras(context, random, say),
    table: makeTable(context, random),
    next,
    thanks: say("thanks", THANKS),
  };
}
