import { and, eq, notInArray, sql } from "drizzle-orm";
import type { Transaction } from "../open.ts";
import { assignments, motions, proposers } from "../schema/motions.ts";

export type AllocationRows = {
  readonly motion: typeof motions.$inferInsert;
  /** Lead first. */
  readonly proposers: readonly string[];
  readonly assignments: readonly (Omit<typeof assignments.$inferInsert, "motionId" | "campaignId"> & {
    readonly id: string;
  })[];
};

async function putAssignments(tx: Transaction, { motion, assignments: parts }: AllocationRows): Promise<void> {
  const kept = parts.map((part) => part.id);
  await tx.delete(assignments).where(and(eq(assignments.motionId, motion.id), notInArray(assignments.id, kept)));
  for (const part of parts) {
    const { role, position, dueOn } = part;
    await tx
      .insert(assignments)
      .values({ ...part, motionId: motion.id, campaignId: motion.campaignId })
      .onConflictDoUpdate({
        target: assignments.id,
        // A unit that has signed stays signed.
        set: { role, position, dueOn, version: sql`${assignments.version} + 1` },
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
