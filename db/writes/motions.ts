import { and, eq, inArray, ne, notInArray, sql } from "drizzle-orm";
import type { Transaction } from "../open.ts";
import { jointOpinions } from "../schema/handling.ts";
import { archiveFiles, ledgerResults } from "../schema/imports.ts";
import { assignments, motions, proposers } from "../schema/motions.ts";

export type AllocationRows = {
  readonly motion: typeof motions.$inferInsert;
  /** Lead first. */
  readonly proposers: readonly string[];
  readonly assignments: readonly (Omit<typeof assignments.$inferInsert, "motionId" | "campaignId"> & {
    readonly id: string;
  })[];
};

/** While a matter is only proposed its parts have no day. */
function dayOf({ state }: Pick<typeof assignments.$inferInsert, "state">, assignedOn: string): string | null {
  return state === "pre_assigned" ? null : assignedOn;
}

async function putAssignments(tx: Transaction, { motion, assignments: parts }: AllocationRows): Promise<void> {
  const kept = parts.map((part) => part.id);
  const others = and(eq(assignments.motionId, motion.id), notInArray(assignments.id, kept));
  // What was proposed may have been commented on: it stays, taken back.
  await tx
    .update(assignments)
    .set({ state: "withdrawn", version: sql`${assignments.version} + 1` })
    .where(and(others, eq(assignments.state, "pre_assigned")));
  const gone = and(others, ne(assignments.state, "withdrawn"));
  // What was only asked of a unit goes with its part; a table takes no part away on which more was done.
  const ids = tx.select({ id: assignments.id }).from(assignments).where(gone);
  await tx.delete(jointOpinions).where(and(inArray(jointOpinions.assignmentId, ids), eq(jointOpinions.state, "asked")));
  await tx.delete(ledgerResults).where(inArray(ledgerResults.assignmentId, ids));
  await tx.update(archiveFiles).set({ assignmentId: null }).where(inArray(archiveFiles.assignmentId, ids));
  await tx.delete(assignments).where(gone);
  for (const part of parts) {
    const { role, position, dueOn } = part;
    const { campaignId, assignedOn } = motion;
    await tx
      .insert(assignments)
      .values({ ...part, motionId: motion.id, campaignId, assignedOn: dayOf(part, assignedOn) })
      .onConflictDoUpdate({
        target: assignments.id,
        set: {
          role,
          position,
          // A unit that has signed stays signed; what was proposed or taken back takes its part anew.
          state: sql`case when ${assignments.state} in ('pre_assigned', 'withdrawn') then excluded.state else ${assignments.state} end`,
          assignedOn: dayOf(part, assignedOn),
          dueOn,
          version: sql`${assignments.version} + 1`,
        },
      });
  }
}

/** Writes a motion with its filers and assignments, new or as it now stands in the table. */
export async function putAllocation(tx: Transaction, rows: AllocationRows): Promise<void> {
  const { motion } = rows;
  await tx
    .insert(motions)
    .values(motion)
    .onConflictDoUpdate({ target: motions.id, set: { ...motion, version: sql`${motions.version} + 1` } });
  await tx.delete(proposers).where(eq(proposers.motionId, motion.id));
  await tx.insert(proposers).values(rows.proposers.map((name, position) => ({ motionId: motion.id, position, name })));
  await putAssignments(tx, rows);
}

/** Rows of one statement: some 25 columns each stay far below SQLite's 32,766 variables. */
const CHUNK = 400;

async function insertChunks<R>(rows: readonly R[], insert: (chunk: R[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += CHUNK) await insert(rows.slice(at, at + CHUNK));
}

/** Writes motions that are not there yet, many at a time: a statement for each row costs most of an import. */
export async function insertAllocations(tx: Transaction, all: readonly AllocationRows[]): Promise<void> {
  const names = all.flatMap(({ motion, proposers: own }) =>
    own.map((name, position) => ({ motionId: motion.id, position, name })),
  );
  const parts = all.flatMap(({ motion: { id: motionId, campaignId, assignedOn }, assignments: own }) =>
    own.map((part) => ({ ...part, motionId, campaignId, assignedOn: dayOf(part, assignedOn) })),
  );
  await insertChunks(all, async (chunk) => await tx.insert(motions).values(chunk.map(({ motion }) => motion)));
  await insertChunks(names, async (chunk) => await tx.insert(proposers).values(chunk));
  await insertChunks(parts, async (chunk) => await tx.insert(assignments).values(chunk));
}

export type MotionPatch = Partial<
  Pick<typeof motions.$inferInsert, "state" | "assignedOn" | "dueOn" | "mergedInto" | "closedReason" | "keyItem">
>;

/** Changes the motion and bumps its version; with nothing to change, its parts have changed. */
export async function changeMotionRow(tx: Transaction, id: string, patch: MotionPatch): Promise<void> {
  await tx
    .update(motions)
    .set({ ...patch, version: sql`${motions.version} + 1` })
    .where(eq(motions.id, id));
}
