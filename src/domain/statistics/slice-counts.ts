import type { MotionKind } from "../motion/kind.ts";
import type { CaseFacts, CommitmentFacts, MotionFacts, Sheet } from "./facts.ts";
import { listCases } from "./facts.ts";
import { type Figure, sumFiled } from "./figure.ts";
import type { Indicator } from "./indicator.ts";
import type { Measure } from "./measure.ts";
import { GroupNames, type GroupSums, RowCounts } from "./row-counts.ts";

export type Count = Pick<Figure, "code" | "numerator" | "base">;

/** What a measure adds up to: everywhere, and in the slices. */
type Sums = { readonly whole: number; readonly kinds: GroupSums; readonly units: GroupSums };

type Names = { readonly kinds: GroupNames<MotionKind>; readonly units: GroupNames<string> };

/** Rows of one source with the numbers of their kinds and units. */
class Source<Row extends { readonly kind: MotionKind }> {
  readonly #names: Names;
  readonly #counts: RowCounts<Row>;
  readonly #kindOf: readonly number[];
  readonly #unitOf: readonly number[];
  readonly #sums = new Map<Measure<Row>, Sums>();
  readonly #rows: readonly Row[];

  constructor(rows: readonly Row[], today: string, names: Names, unitOf: (row: Row) => string | undefined) {
    this.#rows = rows;
    this.#names = names;
    this.#counts = new RowCounts(rows, today);
    this.#kindOf = rows.map(({ kind }) => names.kinds.toNumber(kind));
    this.#unitOf = rows.map((row) => names.units.toNumber(unitOf(row)));
  }

  /** Many figures share a base. */
  sum(measure: Measure<Row>): Sums {
    const known = this.#sums.get(measure);
    if (known) return known;
    const { kinds, units } = this.#names;
    const sums = {
      whole: this.#counts.total(measure),
      kinds: this.#counts.sumBy(measure, this.#kindOf, kinds.size),
      units: this.#counts.sumBy(measure, this.#unitOf, units.size),
    };
    this.#sums.set(measure, sums);
    return sums;
  }

  notePlaces(measures: readonly (Measure<Row> | undefined)[], places: Map<unknown, readonly number[]>): void {
    const own = this.#rows.map((): number[] => []);
    for (const [place, measure] of measures.entries())
      if (measure) for (const at of this.#counts.find(measure).at) own[at]?.push(place);
    for (const [at, row] of this.#rows.entries()) places.set(row, own[at] ?? []);
  }
}

export type SliceCounts = {
  /** As `toFigures` counts the slice of this kind, without what the office states where it states nothing; null: the whole. */
  readonly ofKind: (kind: MotionKind | null) => Count[];
  /** As it counts the slice of this unit: those of the indicators that are over parts of motions or promises. */
  readonly ofUnit: (unit: string, indicators: readonly Indicator[]) => Count[];
  /** Places of the indicators whose numerator counts this row of the sheet. */
  readonly placesOf: (row: CaseFacts | MotionFacts) => readonly number[];
};

type Item = { readonly indicator: Indicator; readonly numerator: Sums; readonly base: Sums | null };

/** Counts a sheet once for all of its slices: what a row adds to the whole it adds to its kind and its unit. */
export function countSlices(indicators: readonly Indicator[], sheet: Sheet, today: string): SliceCounts {
  const names: Names = { kinds: new GroupNames(), units: new GroupNames() };
  const motions = new Source(sheet.motions, today, names, () => undefined);
  const cases = new Source(listCases(sheet), today, names, ({ unit }) => unit);
  // A unit's promises are those that it has to keep, whoever wrote the letter.
  const promises = new Source<CommitmentFacts>(sheet.commitments, today, names, ({ owner }) => owner);
  const sumOf = <Row extends { readonly kind: MotionKind }>(
    source: Source<Row>,
    numerator: Measure<Row>,
    base: Measure<Row> | null,
  ): Omit<Item, "indicator"> => ({ numerator: source.sum(numerator), base: base && source.sum(base) });
  const items = indicators.map((indicator): Item => {
    switch (indicator.over) {
      case "motion":
        return { indicator, ...sumOf(motions, indicator.numerator, indicator.base) };
      case "case":
        return { indicator, ...sumOf(cases, indicator.numerator, indicator.base) };
      case "commitment":
        return { indicator, ...sumOf(promises, indicator.numerator, indicator.base) };
      case "filed":
        return { indicator, ...sumOf(motions, indicator.numerator, null) };
    }
  });
  const byIndicator = new Map(items.map((item) => [item.indicator, item]));
  const places = new Map<unknown, readonly number[]>();
  motions.notePlaces(
    indicators.map((item) => (item.over === "motion" || item.over === "filed" ? item.numerator : undefined)),
    places,
  );
  cases.notePlaces(
    indicators.map((item) => (item.over === "case" ? item.numerator : undefined)),
    places,
  );
  return {
    ofKind: (kind) => {
      const filed = sheet.filed.filter((item) => kind === null || item.kind === kind);
      const read = (sums: Sums) => (kind === null ? sums.whole : names.kinds.read(sums.kinds, kind));
      const shown = items.filter(({ indicator: { over } }) => over !== "filed" || filed.length > 0);
      return shown.map(({ indicator: { code, over }, numerator, base }) => ({
        code,
        numerator: read(numerator),
        base: over === "filed" ? sumFiled(filed) : base && read(base),
      }));
    },
    ofUnit: (unit, some) =>
      some.flatMap((indicator) => {
        const item = byIndicator.get(indicator);
        if (!item || indicator.over === "motion" || indicator.over === "filed") return [];
        const read = (sums: Sums) => names.units.read(sums.units, unit);
        return [{ code: indicator.code, numerator: read(item.numerator), base: item.base && read(item.base) }];
      }),
    placesOf: (row) => places.get(row) ?? [],
  };
}
