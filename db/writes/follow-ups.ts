import { and, eq } from "drizzle-orm";
import type { Transaction } from "../open.ts";
import { outcomes } from "../schema/aftercare.ts";
import { followUps } from "../schema/replies.ts";

export async function insertFollowUp(tx: Transaction, row: typeof followUps.$inferInsert): Promise<void> {
  await tx.insert(followUps).values(row);
}

export async function updateFollowUp(
  tx: Transaction,
  assignmentId: string,
  number: number,
  patch: Partial<typeof followUps.$inferInsert>,
): Promise<void> {
  await tx
    .update(followUps)
    .set(patch)
    .where(and(eq(followUps.assignmentId, assignmentId), eq(followUps.number, number)));
}

/** Adds the next class of the series. */
export async function insertOutcome(tx: Transaction, row: Omit<typeof outcomes.$inferInsert, "seq">): Promise<void> {
  const seq = await tx.$count(outcomes, eq(outcomes.assignmentId, row.assignmentId));
  await tx.insert(outcomes).values({ ...row, seq: seq + 1 });
}
