import { z } from "zod";
import { insertFollowUpReturn, updateFollowUp } from "#db/writes/follow-ups.ts";
import { refuse } from "#domain/handling/refusal.ts";
import type { Context } from "../context.ts";
import { Refused } from "../errors.ts";
import { Reason } from "../motions/reason.ts";
import type { ReplyRef } from "../replies/change-reply.ts";
import { changeAftercare } from "./change-aftercare.ts";
import { getOpenFollowUp } from "./open-follow-up.ts";

export const ReturnFollowUpInput = z.strictObject({ reason: Reason });
export type ReturnFollowUpInput = z.infer<typeof ReturnFollowUpInput>;

/** 续复退回: what was submitted goes back to the unit, which reads why. */
export async function returnFollowUp(ctx: Context, ref: ReplyRef, { reason }: ReturnFollowUpInput): Promise<void> {
  await changeAftercare(ctx, { action: "follow_up.return", roles: ["office"] }, ref, async (tx) => {
    const { number, submittedBy } = await getOpenFollowUp(tx, ref.id);
    if (submittedBy === null) throw Refused.of(refuse("wrong_state"));
    const row = { number, reason, returnedBy: ctx.actor.id, returnedAt: ctx.now().toISOString() };
    await insertFollowUpReturn(tx, { ...row, assignmentId: ref.id });
    await updateFollowUp(tx, ref.id, number, { submittedBy: null, submittedAt: null });
    return { value: undefined, audited: row };
  });
}
