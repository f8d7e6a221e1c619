import { settleCommitmentEvent, updateCommitment } from "#db/writes/commitments.ts";
import { refuse } from "#domain/handling/refusal.ts";
import type { Context } from "../context.ts";
import { Refused } from "../errors.ts";
import type { CommitmentRef } from "./change-commitment.ts";
import { changeCommitment } from "./change-commitment.ts";
import { getOpenReport } from "./open-report.ts";

/**
 * 审核报告: the last report of 兑现, 调整 or 不再实施 takes effect under the name of another person than the reporter.
 * Earlier reports that nobody approved are overtaken by it.
 */
export async function approveReport(ctx: Context, ref: CommitmentRef): Promise<void> {
  await changeCommitment(ctx, { action: "commitment.approve", roles: ["office"] }, ref, async (tx, { commitment }) => {
    const event = await getOpenReport(tx, commitment);
    if (event.reportedBy === ctx.actor.id) throw Refused.of(refuse("commitment_needs_second_person"));
    const approval = { approvedBy: ctx.actor.id, approvedAt: ctx.now().toISOString() };
    const moved = event.kind === "changed" ? { oldDueOn: commitment.dueOn } : {};
    await settleCommitmentEvent(tx, ref.id, event.seq, { ...approval, ...moved });
    const dueOn = event.kind === "changed" && event.newDueOn !== null ? { dueOn: event.newDueOn } : {};
    await updateCommitment(tx, ref.id, { state: event.kind, ...dueOn });
    return { seq: event.seq, kind: event.kind, evidence: event.evidence, ...approval };
  });
}
