import type { Transaction } from "#db/open.ts";
import { findLatestOutcome } from "#db/reads/follow-ups.ts";
import { insertOutcome } from "#db/writes/follow-ups.ts";

export type FirstOutcome = {
  readonly assignmentId: string;
  readonly classCode: string;
  readonly decidedOn: string;
  /** Actor id of whoever approved the letter. */
  readonly approvedBy: string;
};

/**
 * Opens the series of a reply's classes with that of its first final letter. Once: later letters change nothing,
 * because a class changes only by a follow-up with evidence (design §5).
 */
export async function recordFirstOutcome(tx: Transaction, first: FirstOutcome): Promise<void> {
  if (await findLatestOutcome(tx, first.assignmentId)) return;
  await insertOutcome(tx, { ...first, source: "reply" });
}
