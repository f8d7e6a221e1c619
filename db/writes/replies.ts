import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "../open.ts";
import { returnReasonUses } from "../schema/decisions.ts";
import { assignments } from "../schema/motions.ts";
import { disclosures, editions, followUps, replies, returns, withdrawals } from "../schema/replies.ts";
import { updateOnce } from "../write-once.ts";

export type EditionPatch = Partial<typeof editions.$inferInsert>;

const OF_ASSIGNMENT = sql.placeholder("ofAssignment");

const updateReplyRow = updateOnce(replies, eq(replies.assignmentId, OF_ASSIGNMENT));
const updateEditionRow = updateOnce(
  editions,
  and(eq(editions.assignmentId, OF_ASSIGNMENT), eq(editions.number, sql.placeholder("ofNumber"))),
);
const touchRow = updateOnce(assignments, eq(assignments.id, OF_ASSIGNMENT), {
  version: sql`${assignments.version} + 1`,
});

export async function insertReply(tx: Transaction, row: typeof replies.$inferInsert): Promise<void> {
  await tx.insert(replies).values(row);
}

export async function updateReply(
  tx: Transaction,
  assignmentId: string,
  patch: Partial<typeof replies.$inferInsert>,
): Promise<void> {
  await updateReplyRow(tx, { ofAssignment: assignmentId }, patch);
}

export async function insertEdition(tx: Transaction, row: typeof editions.$inferInsert): Promise<void> {
  await tx.insert(editions).values(row);
}

export async function updateEdition(
  tx: Transaction,
  assignmentId: string,
  number: number,
  patch: EditionPatch,
): Promise<void> {
  await updateEditionRow(tx, { ofAssignment: assignmentId, ofNumber: number }, patch);
}

/** Sets the decision for one edition; null takes it back. */
export async function putDisclosure(
  tx: Transaction,
  assignmentId: string,
  edition: number,
  decision: Omit<typeof disclosures.$inferInsert, "assignmentId" | "edition"> | null,
): Promise<void> {
  await tx.delete(disclosures).where(and(eq(disclosures.assignmentId, assignmentId), eq(disclosures.edition, edition)));
  if (decision) await tx.insert(disclosures).values({ ...decision, assignmentId, edition });
}

/** Records a return with the codes of its reasons. */
export async function insertReturn(
  tx: Transaction,
  row: Omit<typeof returns.$inferInsert, "seq">,
  codes: readonly string[],
): Promise<void> {
  const { assignmentId, edition } = row;
  const before = await tx.$count(returns, and(eq(returns.assignmentId, assignmentId), eq(returns.edition, edition)));
  const seq = before + 1;
  await tx.insert(returns).values({ ...row, seq });
  await tx.insert(returnReasonUses).values(codes.map((code) => ({ assignmentId, edition, seq, code })));
}

export async function insertWithdrawal(
  tx: Transaction,
  row: Omit<typeof withdrawals.$inferInsert, "seq">,
): Promise<void> {
  const seq = await tx.$count(withdrawals, eq(withdrawals.assignmentId, row.assignmentId));
  await tx.insert(withdrawals).values({ ...row, seq: seq + 1 });
}

/** Opens the follow-up that a class asks for, once. */
export async function openFollowUp(tx: Transaction, assignmentId: string, dueOn: string | null): Promise<void> {
  await tx.insert(followUps).values({ assignmentId, number: 1, dueOn }).onConflictDoNothing();
}

/** Bumps the version that every change of the assignment and its reply shares. */
export async function touchAssignment(
  tx: Transaction,
  assignmentId: string,
  patch: Partial<Pick<typeof assignments.$inferInsert, "state" | "signedAt">>,
): Promise<void> {
  await touchRow(tx, { ofAssignment: assignmentId }, patch);
}
