import { updateFollowUp } from "#db/writes/follow-ups.ts";
import type { Context } from "../context.ts";
import type { ReplyRef } from "../replies/change-reply.ts";
import { changeAftercare } from "./change-aftercare.ts";
import { checkFollowUp } from "./check-follow-up.ts";
import { getOpenFollowUp } from "./open-follow-up.ts";

/** 续复报送审核. */
export async function submitFollowUp(ctx: Context, ref: ReplyRef): Promise<void> {
  await changeAftercare(ctx, { action: "follow_up.submit", roles: ["unit"] }, ref, async (tx, reply) => {
    const row = await getOpenFollowUp(tx, ref.id);
    const { body, classCode } = await checkFollowUp(tx, reply, row);
    const submittedAt = ctx.now().toISOString();
    await updateFollowUp(tx, ref.id, row.number, { submittedBy: ctx.actor.id, submittedAt });
    return { value: undefined, audited: { number: row.number, body, classCode, evidence: row.evidence } };
  });
}
