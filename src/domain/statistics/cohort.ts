import type { Scheme, SchemeClass } from "../scheme/scheme.ts";
import type { CaseFacts, Sheet } from "./facts.ts";
import { listCases } from "./facts.ts";
import { firstClassOf } from "./outcome-indicators.ts";
import { percentOf } from "./rate.ts";

/** How many of a cohort had become 已解决 by a day; the latest point may be today. */
export type CohortPoint = { readonly on: string; readonly numerator: number; readonly percent: string | null };
export type Cohort = {
  readonly classCode: string;
  readonly classLabel: string;
  /** 件次 that had this class when they were answered. */
  readonly base: number;
  readonly points: readonly CohortPoint[];
};

function isResolvedBy({ classes }: CaseFacts, day: string): boolean {
  return classes.findLast(({ on }) => on <= day)?.class.countsAsResolved === true;
}

function toCohort(rows: readonly CaseFacts[], item: SchemeClass, days: readonly string[]): Cohort {
  const base = rows.filter((row) => firstClassOf(row)?.code === item.code);
  const points = days.map((on) => {
    const numerator = base.filter((row) => isResolvedBy(row, on)).length;
    return { on, numerator, percent: percentOf(numerator, base.length) };
  });
  return { classCode: item.code, classLabel: item.label, base: base.length, points };
}

/** Ends of years from that of the campaign up to today, and today. */
export function listCohortDays(year: number, today: string): string[] {
  const last = Number(today.slice(0, 4));
  const ends = Array.from({ length: Math.max(0, last - year) }, (_, index) => `${year + index}-12-31`);
  return [...ends, today];
}

/** B → A: for each class that is not 已解决, what had become of it by each day. */
export function listCohorts(sheet: Sheet, scheme: Scheme, days: readonly string[]): Cohort[] {
  const rows = listCases(sheet).filter(({ assigned, role }) => assigned && role !== "joint");
  return scheme.classes.filter(({ countsAsResolved }) => !countsAsResolved).map((item) => toCohort(rows, item, days));
}
