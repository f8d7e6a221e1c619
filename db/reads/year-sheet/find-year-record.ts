import { and, isNotNull } from "drizzle-orm";
import type { CommitmentFacts, MotionFacts } from "#domain/statistics/facts.ts";
import type { Reader } from "../../open.ts";
import { motions } from "../../schema/motions.ts";
import { findCampaignOfYear } from "../indicator-facts.ts";
import { ofMotions, type YearRows } from "../year-rows.ts";
import { readFacts, readTerms, toFiled, type YearSheet } from "./find-year-sheet.ts";

/** A motion with all that figures and the register say of it. */
export type MotionRecord = {
  readonly number: number;
  /** Identity of the motion that it was merged into. */
  readonly mergedInto: string | null;
  readonly facts: MotionFacts;
  readonly commitments: readonly CommitmentFacts[];
};

/** A year motion by motion. */
export type YearRecord = Omit<YearSheet, "heads"> & { readonly motions: readonly MotionRecord[] };

/** Records of the same year that were read before, under the same rules, and the motions written to since then. */
export type KnownMotions = { readonly motions: readonly MotionRecord[]; readonly changed: readonly string[] };

/** From so many on a year is read whole. */
const MANY_CHANGED = 500;

/** Order of the register, as `listMotionHeads` has it. */
function inOrder(a: MotionRecord, b: MotionRecord): number {
  if (a.facts.kind !== b.facts.kind) return a.facts.kind < b.facts.kind ? -1 : 1;
  const between = Number(a.facts.betweenSessions) - Number(b.facts.betweenSessions);
  return between || a.number - b.number || (a.facts.id < b.facts.id ? -1 : 1);
}

async function readMerged(reader: Reader, rows: YearRows): Promise<ReadonlyMap<string, string | null>> {
  const merged = await reader
    .select({ id: motions.id, into: motions.mergedInto })
    .from(motions)
    .where(and(ofMotions(rows), isNotNull(motions.mergedInto)));
  return new Map(merged.map(({ id, into }) => [id, into]));
}

async function readRecords(reader: Reader, rows: YearRows, terms: Parameters<typeof readFacts>[2]) {
  const { heads, motions: facts, commitments } = await readFacts(reader, rows, terms);
  const merged = await readMerged(reader, rows);
  const promises = Map.groupBy(commitments, ({ motionId }) => motionId);
  return heads.map(({ id, number }, at): MotionRecord => ({
    number,
    mergedInto: merged.get(id) ?? null,
    facts: facts[at] as MotionFacts,
    commitments: promises.get(id) ?? [],
  }));
}

async function updateRecords(
  { motions: before, changed }: KnownMotions,
  read: (ids: readonly string[]) => Promise<MotionRecord[]>,
): Promise<MotionRecord[]> {
  const ids = new Set(changed);
  return [...before.filter(({ facts }) => !ids.has(facts.id)), ...(await read(changed))].toSorted(inOrder);
}

/** Undefined for a year without work. @param known of which only what changed is read again */
export async function findYearRecord(
  reader: Reader,
  year: number,
  known?: KnownMotions,
): Promise<YearRecord | undefined> {
  const campaign = await findCampaignOfYear(reader, year);
  if (!campaign) return undefined;
  const campaignId = campaign.id;
  const { kinds, ...terms } = await readTerms(reader, campaignId);
  const records =
    known && known.changed.length < MANY_CHANGED
      ? await updateRecords(known, async (motionIds) => await readRecords(reader, { campaignId, motionIds }, terms))
      : await readRecords(reader, { campaignId }, terms);
  const sheet = {
    motions: records.map(({ facts }) => facts),
    commitments: records.flatMap(({ commitments }) => commitments),
    filed: toFiled(kinds),
  };
  return { campaignId, sheet, ...terms, motions: records };
}
