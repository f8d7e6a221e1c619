import { revokeFeedbackLinks } from "#db/writes/feedback.ts";
import type { Context } from "../context.ts";
import { changeAftercare } from "../follow-ups/change-aftercare.ts";
import type { ReplyRef } from "../replies/change-reply.ts";

/** Every link of the assignment that is still open ends at once. Returns how many did. */
export async function revokeLinks(ctx: Context, ref: ReplyRef): Promise<number> {
  return await changeAftercare(ctx, { action: "feedback.revoke_links", roles: ["office"] }, ref, async (tx) => {
    const revoked = await revokeFeedbackLinks(tx, ref.id, ctx.now().toISOString());
    return { value: revoked, audited: { revoked } };
  });
}
