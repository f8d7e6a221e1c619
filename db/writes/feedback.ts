import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "../open.ts";
import { feedbackLinks, feedbackRounds } from "../schema/aftercare.ts";

export async function insertFeedbackRound(tx: Transaction, row: typeof feedbackRounds.$inferInsert): Promise<void> {
  await tx.insert(feedbackRounds).values(row);
}

export async function updateFeedbackRound(
  tx: Transaction,
  assignmentId: string,
  round: number,
  patch: Partial<typeof feedbackRounds.$inferInsert>,
): Promise<void> {
  await tx
    .update(feedbackRounds)
    .set(patch)
    .where(and(eq(feedbackRounds.assignmentId, assignmentId), eq(feedbackRounds.round, round)));
}

export async function insertFeedbackLink(tx: Transaction, row: typeof feedbackLinks.$inferInsert): Promise<void> {
  await tx.insert(feedbackLinks).values(row);
}

export async function markFeedbackLinkUsed(tx: Transaction, tokenHash: string, usedAt: string): Promise<void> {
  await tx.update(feedbackLinks).set({ usedAt }).where(eq(feedbackLinks.tokenHash, tokenHash));
}

/** Every link of the assignment that could still be used is no longer. Returns how many. */
export async function revokeFeedbackLinks(tx: Transaction, assignmentId: string, revokedAt: string): Promise<number> {
  const open = and(
    eq(feedbackLinks.assignmentId, assignmentId),
    isNull(feedbackLinks.usedAt),
    isNull(feedbackLinks.revokedAt),
  );
  const revoked = await tx
    .update(feedbackLinks)
    .set({ revokedAt })
    .where(open)
    .returning({ at: feedbackLinks.revokedAt });
  return revoked.length;
}
