import { hasActedOn } from "#db/reads/audit-list.ts";
import type { FollowUpRow } from "#db/reads/follow-ups.ts";
import { listFollowUps } from "#db/reads/reply-history.ts";
import type { Transaction } from "#db/open.ts";
import type { Context } from "../context.ts";

/**
 * Did the actor ever write in this follow-up, not only last? Asked of the audit, between the approval of the one before
 * and its own: only one is open at a time.
 */
export async function wroteFollowUp(tx: Transaction, { actor }: Context, row: FollowUpRow): Promise<boolean> {
  if (row.draftedBy === actor.id) return true;
  const all = await listFollowUps(tx, row.assignmentId);
  const before = all.find(({ number }) => number === row.number - 1);
  return await hasActedOn(tx, {
    actorId: actor.id,
    object: `assignment:${row.assignmentId}`,
    actions: ["follow_up.draft"],
    after: before?.approvedAt,
    until: row.approvedAt,
  });
}
