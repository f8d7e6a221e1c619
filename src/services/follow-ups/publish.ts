import { listFollowUps } from "#db/reads/reply-history.ts";
import { updateFollowUp } from "#db/writes/follow-ups.ts";
import { refuse } from "#domain/handling/refusal.ts";
import { requireStepUp } from "../accounts/require-step-up.ts";
import { shanghaiMinute } from "../clock.ts";
import type { Context } from "../context.ts";
import { Refused } from "../errors.ts";
import { requestRelease } from "../releases/request.ts";
import type { ReplyRef } from "../replies/change-reply.ts";
import { changeAftercare } from "./change-aftercare.ts";
import { scanFollowUp } from "./check-follow-up.ts";
import { wroteFollowUp } from "./hands.ts";

/** 公开续复: the first approved one that is not yet public, of a reply that is; never by who submitted or wrote it. */
export async function publishFollowUp(ctx: Context, ref: ReplyRef): Promise<void> {
  requireStepUp(ctx);
  await changeAftercare(ctx, { action: "follow_up.publish", roles: ["office", "unit"] }, ref, async (tx, reply) => {
    const all = await listFollowUps(tx, ref.id);
    const row = all.find((item) => item.approvedAt !== null && item.publishedAt === null);
    if (!row?.body) throw Refused.of(refuse("follow_up_not_open"));
    if (reply.reply?.publication !== "published") throw Refused.of(refuse("reply_not_public"));
    if (row.submittedBy === ctx.actor.id || (await wroteFollowUp(tx, ctx, row)))
      throw Refused.of(refuse("follow_up_needs_second_person"));
    await scanFollowUp(tx, row.body);
    const publishedAt = shanghaiMinute(ctx.now());
    await updateFollowUp(tx, ref.id, row.number, { publishedAt });
    await requestRelease(tx, ctx, "follow_up.publish");
    return { value: undefined, audited: { number: row.number, publishedAt, body: row.body } };
  });
}
