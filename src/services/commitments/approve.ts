import { listCommitmentEvents } from "#db/reads/commitments.ts";
import { approveCommitmentEvent, updateCommitment } from "#db/writes/commitments.ts";
import { refuse } from "#domain/handling/refusal.ts";
import type { Context } from "../context.ts";
import { Refused } from "../errors.ts";
import type { CommitmentRef } from "./change-commitment.ts";
import { changeCommitment } from "./change-commitment.ts";

/**
 * 审核报告: the last report of 兑现, 调整 or 不再实施 takes effect under the name of another person than the reporter.
 * Earlier reports that nobody approved are overtaken by it.
 */
export async function approveReport(ctx: Context, ref: CommitmentRef): Promise<void> {
  await changeCommitment(ctx, { action: "commitment.approve", roles: ["office"] }, ref, async (tx, { commitment }) => {
    const events = await listCommitmentEvents(tx, ref.id);
    const event = events.findLast((item) => item.kind !== "progress");
    const isSettled = commitment.state === "kept" || commitment.state === "dropped";
    if (!event || event.kind === "progress" || event.approvedAt !== null || isSettled) {
      throw Refused.of(refuse("commitment_nothing_to_approve"));
    }
    if (event.reportedBy === ctx.actor.id) throw Refused.of(refuse("commitment_needs_second_person"));
    const approval = { approvedBy: ctx.actor.id, approvedAt: ctx.now().toISOString() };
    await approveCommitmentEvent(tx, ref.id, event.seq, approval);
    const dueOn = event.kind === "changed" && event.newDueOn !== null ? { dueOn: event.newDueOn } : {};
    await updateCommitment(tx, ref.id, { state: event.kind, ...dueOn });
    return { seq: event.seq, kind: event.kind, evidence: event.evidence, ...approval };
  });
}
