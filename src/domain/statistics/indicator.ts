import type { CaseFacts, CommitmentFacts, MotionFacts } from "./facts.ts";
import type { Measure } from "./measure.ts";

export const INDICATOR_GROUPS = [
  "volume",
  "signing",
  "reply",
  "contact",
  "feedback",
  "outcome",
  "disclosure",
  "aftercare",
  "quality",
  "vote",
] as const;
export type IndicatorGroup = (typeof INDICATOR_GROUPS)[number];

export const GROUP_LABELS: Readonly<Record<IndicatorGroup, string>> = {
  volume: "承办情况",
  signing: "签收、异议和会办",
  reply: "办复和办结",
  contact: "沟通面商",
  feedback: "反馈和满意度",
  outcome: "办理结果",
  disclosure: "公开",
  aftercare: "续办和承诺",
  quality: "办理质量",
  vote: "测评",
};

/** 件 counts motions, 件次 what each unit owes, 人次 attendances, 人 persons, 项 promises and kinds of contact, 份 forms, 次 acts. */
export const INDICATOR_UNITS = ["件", "件次", "人次", "人", "项", "份", "次"] as const;
export type IndicatorUnit = (typeof INDICATOR_UNITS)[number];

export type IndicatorHead = {
  /** snake_case, stable. Variants of one rate with other bases have codes and labels of their own. */
  readonly code: string;
  readonly group: IndicatorGroup;
  readonly label: string;
  readonly unit: IndicatorUnit;
  /** What else a reader must know. */
  readonly note?: string;
};

type Over<Source extends string, Row> = IndicatorHead & {
  readonly over: Source;
  readonly numerator: Measure<Row>;
  /** Null: a plain count. */
  readonly base: Measure<Row> | null;
};

/** A figure as data: rows of one source, a numerator and a base. `filed` is the base that the office states for the city. */
export type Indicator =
  | Over<"motion", MotionFacts>
  | Over<"case", CaseFacts>
  | Over<"commitment", CommitmentFacts>
  | (IndicatorHead & { readonly over: "filed"; readonly numerator: Measure<MotionFacts>; readonly baseWords: string });

/** What the base counts; null for a plain count. */
export function baseWordsOf(indicator: Indicator): string | null {
  return indicator.over === "filed" ? indicator.baseWords : (indicator.base?.words ?? null);
}

/** One sentence: what is divided by what. */
export function definitionOf(indicator: Indicator): string {
  const base = baseWordsOf(indicator);
  const numerator = indicator.numerator.words;
  const note = indicator.note === undefined ? "" : `${indicator.note}。`;
  return base === null ? `${numerator}的数量。${note}` : `分母：${base}；分子：其中${numerator}。${note}`;
}
