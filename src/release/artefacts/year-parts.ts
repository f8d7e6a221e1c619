import type { ShownMatter, ShownYear } from "../plan/shown.ts";
import type { DataSizes } from "./data-sizes.ts";

/** Letters that are given together. */
export type YearPart = {
  readonly year: number;
  /** Counted from the oldest; null where the year is one. */
  readonly number: number | null;
  /** In the order of the year's tables. */
  readonly matters: readonly ShownMatter[];
};

/** What its files are called before the ending: "2026", "2026-3". */
export function nameOfPart({ year, number }: Pick<YearPart, "year" | "number">): string {
  return number === null ? `${year}` : `${year}-${number}`;
}

const byId = (a: ShownMatter, b: ShownMatter): number => (a.id < b.id ? -1 : 1);

function toOldestFirst(matters: readonly ShownMatter[]): ShownMatter[] {
  const days = [...Map.groupBy(matters, ({ line }) => line.publishedOn)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return days.flatMap(([, ofDay]) => ofDay.toSorted(byId));
}

/** Cut once in a release: pages, tables and letters of a year ask for the same parts. */
const cut = new WeakMap<object, { readonly sizes: DataSizes; readonly parts: readonly YearPart[] }>();

/**
 * A year's letters in parts by the day on which they became public, so that a publication touches the newest alone. The
 * last full part stays with the newest.
 */
export function cutYear(year: Pick<ShownYear, "year" | "matters">, sizes: DataSizes): readonly YearPart[] {
  const known = cut.get(year);
  if (known?.sizes === sizes) return known.parts;
  const parts = toParts(year, sizes);
  cut.set(year, { sizes, parts });
  return parts;
}

function toParts(
  { year, matters }: Pick<ShownYear, "year" | "matters">,
  { yearInPartsFrom, lettersInPart }: DataSizes,
): readonly YearPart[] {
  const full = Math.floor(matters.length / lettersInPart) - 1;
  if (full < 1 || matters.length < yearInPartsFrom)
    return matters.length === 0 ? [] : [{ year, number: null, matters }];
  const oldestFirst = toOldestFirst(matters);
  const partOf = new Map(oldestFirst.map((matter, at) => [matter, Math.min(full, Math.floor(at / lettersInPart))]));
  const parts = Map.groupBy(matters, (matter) => partOf.get(matter) ?? full);
  return Array.from({ length: full + 1 }, (_, at) => ({ year, number: at + 1, matters: parts.get(at) ?? [] }));
}
