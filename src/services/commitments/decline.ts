import { z } from "zod";
import { settleCommitmentEvent, updateCommitment } from "#db/writes/commitments.ts";
import { refuse } from "#domain/handling/refusal.ts";
import type { Context } from "../context.ts";
import { Refused } from "../errors.ts";
import { Reason } from "../motions/reason.ts";
import type { CommitmentRef } from "./change-commitment.ts";
import { changeCommitment } from "./change-commitment.ts";
import { getOpenReport } from "./open-report.ts";

export const DeclineReportInput = z.strictObject({ reason: Reason });
export type DeclineReportInput = z.infer<typeof DeclineReportInput>;

/** 不予认可: the last report takes no effect, and the unit reads why; the promise stands as it stood. */
export async function declineReport(ctx: Context, ref: CommitmentRef, { reason }: DeclineReportInput): Promise<void> {
  await changeCommitment(ctx, { action: "commitment.decline", roles: ["office"] }, ref, async (tx, { commitment }) => {
    const event = await getOpenReport(tx, commitment);
    if (event.reportedBy === ctx.actor.id) throw Refused.of(refuse("commitment_needs_second_person"));
    const verdict = { declinedBy: ctx.actor.id, declinedAt: ctx.now().toISOString(), declineReason: reason };
    await settleCommitmentEvent(tx, ref.id, event.seq, verdict);
    await updateCommitment(tx, ref.id, {});
    return { seq: event.seq, kind: event.kind, ...verdict };
  });
}
