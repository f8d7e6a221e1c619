import type { CaseFacts, CommitmentFacts, MotionFacts, Sheet } from "./facts.ts";
import { listCases } from "./facts.ts";
import type { Indicator } from "./indicator.ts";
import { baseWordsOf } from "./indicator.ts";
import type { Measure } from "./measure.ts";
import { percentOf } from "./rate.ts";

export const FIGURE_PARTS = ["numerator", "base"] as const;
export type FigurePart = (typeof FIGURE_PARTS)[number];

/** An indicator of one slice on one day. */
export type Figure = {
  readonly code: string;
  readonly numerator: number;
  /** Null: a plain count, or a base that nobody has stated. */
  readonly base: number | null;
  /** Two decimals; null where there is no base, or none to divide by. */
  readonly percent: string | null;
  /** The figure as a sentence, for where a percentage alone would mislead. */
  readonly words: string;
};

/** A row that a figure counts, and how much it adds. */
export type CountedRow = { readonly id: string; readonly motionId: string; readonly weight: number };

type Rows = Sheet & {
  readonly cases: readonly CaseFacts[];
  /** Rows that a measure counts on the one day for which these are asked. */
  readonly counted: Map<unknown, readonly unknown[]>;
};

function toRows(sheet: Sheet): Rows {
  return { ...sheet, cases: listCases(sheet), counted: new Map() };
}

type Weighed<Row> = (row: Row, weight: number) => void;

/** Walks the rows that a part of an indicator counts; a base that the office states has none. */
function walk(
  indicator: Indicator,
  { motions, cases, commitments, counted }: Rows,
  part: FigurePart,
  today: string,
  see: Weighed<CaseFacts | CommitmentFacts | MotionFacts>,
): void {
  switch (indicator.over) {
    case "motion":
      return weighAll(motions, indicator[part], today, counted, see);
    case "case":
      return weighAll(cases, indicator[part], today, counted, see);
    case "commitment":
      return weighAll(commitments, indicator[part], today, counted, see);
    case "filed":
      return part === "base" ? undefined : weighAll(motions, indicator.numerator, today, counted, see);
  }
}

function findCounted<Row>(
  rows: readonly Row[],
  measure: Measure<Row>,
  today: string,
  counted: Rows["counted"],
): readonly Row[] {
  const known = counted.get(measure);
  // A measure weighs rows of one kind.
  if (known) return known as readonly Row[];
  const { narrows, weigh } = measure;
  const found = narrows
    ? findCounted(rows, narrows.base, today, counted).filter((row) => narrows.test(row, today))
    : rows.filter((row) => weigh(row, today) > 0);
  counted.set(measure, found);
  return found;
}

function weighAll<Row>(
  rows: readonly Row[],
  measure: Measure<Row> | null,
  today: string,
  counted: Rows["counted"],
  see: Weighed<Row>,
): void {
  if (measure === null) return;
  const { narrows, weigh } = measure;
  for (const row of findCounted(rows, measure, today, counted)) see(row, narrows ? 1 : weigh(row, today));
}

/** The rows behind a figure: their weights add up to it. */
export function listCounted(indicator: Indicator, sheet: Sheet, part: FigurePart, today: string): CountedRow[] {
  const counted: CountedRow[] = [];
  walk(indicator, toRows(sheet), part, today, (row, weight) => {
    counted.push({ id: row.id, motionId: "motionId" in row ? row.motionId : row.id, weight });
  });
  return counted;
}

function count(indicator: Indicator, rows: Rows, part: FigurePart, today: string): number {
  let sum = 0;
  walk(indicator, rows, part, today, (_, weight) => (sum += weight));
  return sum;
}

/** A sum with an unknown part is unknown, and so is a sum of none. */
export function sumFiled(filed: Sheet["filed"]): number | null {
  return filed.length === 0 ? null : filed.reduce<number | null>((sum, { count }) => addKnown(sum, count), 0);
}

function addKnown(sum: number | null, count: number | null): number | null {
  return sum === null || count === null ? null : sum + count;
}

function toBase(indicator: Indicator, rows: Rows, today: string): number | null {
  if (indicator.over === "filed") return sumFiled(rows.filed);
  return indicator.base === null ? null : count(indicator, rows, "base", today);
}

function sayFigure(indicator: Indicator, numerator: number, base: number | null, percent: string | null): string {
  const { unit } = indicator;
  const baseWords = baseWordsOf(indicator);
  if (baseWords === null) return `${numerator} ${unit}`;
  if (base === null) return `${numerator} ${unit}；没有填报${baseWords}，不计算比率`;
  if (base === 0) return `没有${baseWords}，不计算比率`;
  if (percent === null) return `${numerator} ${unit}，多于${baseWords} ${base} ${unit}，请核对`;
  return `${base} ${unit}中有 ${numerator} ${unit}，占 ${percent}%`;
}

function toFigure(indicator: Indicator, rows: Rows, today: string): Figure {
  const numerator = count(indicator, rows, "numerator", today);
  const base = toBase(indicator, rows, today);
  const percent = base === null || numerator > base ? null : percentOf(numerator, base);
  return { code: indicator.code, numerator, base, percent, words: sayFigure(indicator, numerator, base, percent) };
}

/** Counts indicators. A zero base has no percentage but words; neither has a part that is larger than its whole. */
export function toFigures(indicators: readonly Indicator[], sheet: Sheet, today: string): Figure[] {
  const rows = toRows(sheet);
  return indicators.map((indicator) => toFigure(indicator, rows, today));
}
