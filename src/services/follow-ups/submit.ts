import { updateFollowUp } from "#db/writes/follow-ups.ts";
import { checkSigner } from "#domain/handling/sign-off.ts";
import type { Context } from "../context.ts";
import { Refused } from "../errors.ts";
import type { ReplyRef } from "../replies/change-reply.ts";
import { changeAftercare } from "./change-aftercare.ts";
import { checkFollowUp } from "./check-follow-up.ts";
import { wroteFollowUp } from "./hands.ts";
import { getOpenFollowUp } from "./open-follow-up.ts";

/** 续复报送审核; where the campaign wants 单位审签, by one who may sign and did not draft it. */
export async function submitFollowUp(ctx: Context, ref: ReplyRef): Promise<void> {
  await changeAftercare(ctx, { action: "follow_up.submit", roles: ["unit"] }, ref, async (tx, reply) => {
    const row = await getOpenFollowUp(tx, ref.id);
    const isAuthor = await wroteFollowUp(tx, ctx, row);
    const obstacle = reply.rules.unitSignOff ? checkSigner(ctx.actor, isAuthor, reply.staff) : undefined;
    if (obstacle) throw Refused.of(obstacle);
    const { body, classCode } = await checkFollowUp(tx, reply, row);
    const submittedAt = ctx.now().toISOString();
    await updateFollowUp(tx, ref.id, row.number, { submittedBy: ctx.actor.id, submittedAt });
    return { value: undefined, audited: { number: row.number, body, classCode, evidence: row.evidence } };
  });
}
