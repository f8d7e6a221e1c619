import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "../open.ts";
import { commitmentEvents, commitments } from "../schema/aftercare.ts";

/** Writes a commitment named after its assignment (2026-jianyi-39.zhujian.c1) and returns its id. */
export async function insertCommitment(
  tx: Transaction,
  row: Omit<typeof commitments.$inferInsert, "id">,
): Promise<string> {
  const count = await tx.$count(commitments, eq(commitments.assignmentId, row.assignmentId));
  const id = `${row.assignmentId}.c${count + 1}`;
  await tx.insert(commitments).values({ ...row, id });
  return id;
}

/** Every change bumps the version. */
export async function updateCommitment(
  tx: Transaction,
  id: string,
  patch: Partial<Pick<typeof commitments.$inferInsert, "state" | "dueOn">>,
): Promise<void> {
  await tx
    .update(commitments)
    .set({ ...patch, version: sql`${commitments.version} + 1` })
    .where(eq(commitments.id, id));
}

export async function insertCommitmentEvent(
  tx: Transaction,
  row: Omit<typeof commitmentEvents.$inferInsert, "seq">,
): Promise<void> {
  const seq = await tx.$count(commitmentEvents, eq(commitmentEvents.commitmentId, row.commitmentId));
  await tx.insert(commitmentEvents).values({ ...row, seq: seq + 1 });
}

type EventInsert = typeof commitmentEvents.$inferInsert;
type Verdict =
  | Pick<EventInsert, "approvedBy" | "approvedAt" | "oldDueOn">
  | Pick<EventInsert, "declinedBy" | "declinedAt" | "declineReason">;

/** The office's word on a report: approved, or declined with a reason. */
export async function settleCommitmentEvent(
  tx: Transaction,
  commitmentId: string,
  seq: number,
  verdict: Verdict,
): Promise<void> {
  await tx
    .update(commitmentEvents)
    .set(verdict)
    .where(and(eq(commitmentEvents.commitmentId, commitmentId), eq(commitmentEvents.seq, seq)));
}
