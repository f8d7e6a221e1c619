import { asc, eq } from "drizzle-orm";
import type { Reader } from "../open.ts";
import { votes } from "../schema/aftercare.ts";
import { assignments, motions } from "../schema/motions.ts";
import type { MotionRow } from "./reply-record.ts";

export type VoteRow = typeof votes.$inferSelect;

export async function listVotes(reader: Reader, motionId: string): Promise<VoteRow[]> {
  return await reader.select().from(votes).where(eq(votes.motionId, motionId)).orderBy(asc(votes.seq));
}

/** A motion with the codes of the units that have a part in it. */
export async function findMotionUnits(
  reader: Reader,
  motionId: string,
): Promise<{ motion: MotionRow; units: readonly string[] } | undefined> {
  const motion = await reader.select().from(motions).where(eq(motions.id, motionId)).get();
  if (!motion) return undefined;
  const parts = await reader
    .select({ unitCode: assignments.unitCode })
    .from(assignments)
    .where(eq(assignments.motionId, motionId));
  return { motion, units: parts.map((part) => part.unitCode) };
}
