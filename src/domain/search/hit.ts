import type { CatalogueRow } from "./catalogue.ts";
import type { NumberForm } from "./number-form.ts";

export type Hit = {
  readonly row: CatalogueRow;
  /** Name of the text file, with the year before it. */
  readonly id: string;
  /** Sum over the terms of the place in ZONES of the best zone that holds the term: 0 = all in the title. */
  readonly distance: number;
};

/** Title before number before unit before body; newer first among equals (design §7). */
export function sortHits(hits: readonly Hit[]): Hit[] {
  const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return hits.toSorted(
    (a, b) =>
      a.distance - b.distance ||
      compare(b.row.publishedOn, a.row.publishedOn) ||
      b.row.year - a.row.year ||
      a.row.ordinal - b.row.ordinal,
  );
}

/** True when a number as typed names this record's number; year and kind count where they were typed. */
export function isTarget(row: CatalogueRow, form: NumberForm): boolean {
  if (form.type !== "motion" || row.number === null) return false;
  const isSameNumber =
    row.number.number === form.number.number && row.number.betweenSessions === form.number.betweenSessions;
  return (
    isSameNumber && (form.kind === null || form.kind === row.kind) && (form.year === null || form.year === row.year)
  );
}
