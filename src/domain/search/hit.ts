import { MOTION_KINDS } from "../motion/kind.ts";
import type { CatalogueRow } from "./catalogue.ts";
import type { Match } from "./combine.ts";
import type { NumberForm } from "./number-form.ts";

export type Hit = Omit<Match, "ordinal"> & {
  readonly row: CatalogueRow;
  /** Hits to the text, in steps of twice as many: among equals the newer one counts more than one hit more. */
  readonly density: number;
};
export const SORTS = ["best", "newest", "oldest", "number"] as const;
export type Sort = (typeof SORTS)[number];

/** Hits in a thousand characters, as a power of two. */
export function toDensity(hits: number, length: number): number {
  return Math.round(Math.log2((hits * 1000) / Math.max(length, 1000)));
}

type Compare = (a: Hit, b: Hit) => number;
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const byNewest: Compare = (a, b) =>
  byText(b.row.publishedOn, a.row.publishedOn) || b.row.year - a.row.year || a.row.ordinal - b.row.ordinal;
/** Title before number before unit before body; a whole phrase before scattered words; density; newer (design §7). */
const byRank: Compare = (a, b) =>
  a.distance - b.distance || Number(a.isScattered) - Number(b.isScattered) || b.density - a.density || byNewest(a, b);
/** Documents have none: after everything else. */
const placeInKind = ({ number }: CatalogueRow): number =>
  number === null ? Number.MAX_SAFE_INTEGER : number.number + (number.betweenSessions ? 1_000_000 : 0);
const kindPlace = ({ kind }: CatalogueRow): number => (kind === "document" ? -1 : MOTION_KINDS.indexOf(kind));
/** By year, kind and number, as the register has them; documents last. */
const byNumber: Compare = (a, b) =>
  b.row.year - a.row.year ||
  Number(a.row.kind === "document") - Number(b.row.kind === "document") ||
  kindPlace(a.row) - kindPlace(b.row) ||
  placeInKind(a.row) - placeInKind(b.row) ||
  byNewest(a, b);

const ORDERS: Readonly<Record<Sort, Compare>> = {
  best: byRank,
  newest: byNewest,
  oldest: (a, b) => -byNewest(a, b),
  number: byNumber,
};

export function sortHits(hits: readonly Hit[], sort: Sort = "best"): Hit[] {
  return hits.toSorted(ORDERS[sort]);
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
