import type { YearTally } from "#domain/statistics/year-figures.ts";
import { toMatterLine } from "#domain/view/matter-line.ts";
import { toMatterTraces, type MatterTraces } from "#domain/view/matter-traces.ts";
import type { MatterLine } from "#domain/view/page-view.ts";
import type { PublicMatter, PublicTombstone } from "#domain/view/public-reply.ts";
import type { PublicYear } from "#domain/view/public-year.ts";
import type { DataSizes } from "../artefacts/data-sizes.ts";
import { type RegisterSummary, summariseRegister } from "../views/register-summary.ts";
import { keyOf } from "./key.ts";

/** What a release remembers of a matter that it shows: enough for every list, and to see whether it changed. */
export type ShownMatter = {
  readonly id: string;
  readonly number: number;
  readonly betweenSessions: boolean;
  readonly line: MatterLine;
  readonly lineHash: string;
  /** What the lists of follow-ups, promises and changes show of it. */
  readonly traces: MatterTraces;
  /** Of the whole public object. */
  readonly hash: string;
  /** {assignment}@{edition} of each of its replies. */
  readonly holds: readonly string[];
};

export type Tombstone = { readonly id: string; readonly tombstone: PublicTombstone };

/** One year as the public may know it. */
export type ShownYear = {
  readonly year: number;
  readonly tallies: readonly YearTally[];
  /** By kind and number. */
  readonly matters: readonly ShownMatter[];
  readonly tombstones: readonly Tombstone[];
  /** Figures and register; null where the year has no work. The register of a year that is as it was is read when it is asked for. */
  readonly record: PublicYear | null;
  readonly recordHash: string;
  readonly register: RegisterSummary | null;
};

export function toShown(matter: PublicMatter, holds: readonly string[]): ShownMatter {
  const line = toMatterLine(matter);
  const { id, number, betweenSessions } = matter;
  // A copy: words cut out of a letter would keep the whole letter in memory.
  const traces = JSON.parse(JSON.stringify(toMatterTraces(matter))) as MatterTraces;
  return { id, number, betweenSessions, line, lineHash: keyOf(line), traces, hash: keyOf(matter), holds };
}

export function toYearRecord(
  record: PublicYear | null,
  { registerInPart }: DataSizes,
): Pick<ShownYear, "record" | "recordHash" | "register"> {
  const register = record && summariseRegister(record.register, registerInPart);
  return { record, recordHash: keyOf(record), register };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The order of a year's tables. */
export function byNumber(a: ShownMatter, b: ShownMatter): number {
  const between = Number(a.betweenSessions) - Number(b.betweenSessions);
  return compare(a.line.kind, b.line.kind) || between || a.number - b.number || compare(a.id, b.id);
}

/** Newest first; within a day in the order given, which is the same on every machine. */
export function toNewestFirst(matters: readonly ShownMatter[]): ShownMatter[] {
  return matters.toSorted((a, b) => compare(b.line.publishedOn, a.line.publishedOn));
}
