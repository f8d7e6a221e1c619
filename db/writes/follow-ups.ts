import { and, eq } from "drizzle-orm";
import type { Transaction } from "../open.ts";
import { outcomes } from "../schema/aftercare.ts";
import { followUpReturns } from "../schema/decisions.ts";
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

export async function insertFollowUpReturn(
  tx: Transaction,
  row: Omit<typeof followUpReturns.$inferInsert, "seq">,
): Promise<void> {
  const ofFollowUp = and(eq(followUpReturns.assignmentId, row.assignmentId), eq(followUpReturns.number, row.number));
  const seq = await tx.$count(followUpReturns, ofFollowUp);
  await tx.insert(followUpReturns).values({ ...row, seq: seq + 1 });
}

/** Adds the next class of the series. */
export async function insertOutcome(tx: Transaction, row: Omit<typeof outcomes.$inferInsert, "seq">): Promise<void> {
  const seq = await tx.$count(outcomes, eq(outcomes.assignmentId, row.assignmentId));
  await tx.insert(outcomes).values({ ...row, seq: seq + 1 });
}
