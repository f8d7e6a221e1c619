import { findLastRound } from "#db/reads/feedback.ts";
import { updateEdition, updateReply } from "#db/writes/replies.ts";
import { findConsentObstacle, toLastConsent } from "#domain/disclosure/consent.ts";
import { shanghaiMinute } from "../clock.ts";
import { requireStepUp } from "../accounts/require-step-up.ts";
import type { Context } from "../context.ts";
import { Refused } from "../errors.ts";
import { takeIndexNumber } from "../index-number.ts";
import { takeDown } from "../releases/take-down.ts";
import type { ReplyRef } from "./change-reply.ts";
import { changeReply } from "./change-reply.ts";
import { findNarrowed } from "./find-narrowed.ts";
import type { LoadedReply } from "./load-reply.ts";
import { findPublishObstacle } from "./publish-obstacle.ts";

/** 公开: the act that everything before leads to. The time is the server's and is not changed again. */
export async function publishReply(ctx: Context, ref: ReplyRef): Promise<LoadedReply> {
  requireStepUp(ctx);
  return await changeReply(ctx, "publish", ref, async ({ tx, reply }) => {
    const obstacle = findPublishObstacle(ctx.actor.id, reply);
    if (obstacle) throw Refused.of(obstacle);
    const { edition, disclosure } = reply;
    if (!edition || !disclosure) return;
    const filed = (await findLastRound(tx, ref.id))?.consent ?? null;
    const refusal = findConsentObstacle(toLastConsent(disclosure.consent, filed), disclosure);
    if (refusal) throw Refused.of(refusal);
    const path = await findNarrowed(tx, reply.reply, disclosure);
    const publishedAt = shanghaiMinute(ctx.now());
    await updateEdition(tx, ref.id, edition.number, { publishedBy: ctx.actor.id, publishedAt });
    await updateReply(tx, ref.id, {
      publication: "published",
      liveEdition: edition.number,
      draftEdition: null,
      firstPublishedAt: reply.reply?.firstPublishedAt ?? publishedAt,
      indexNumber: reply.reply?.indexNumber ?? (await takeIndexNumber(tx, publishedAt)),
    });
    await takeDown(tx, ctx, { cause: "reply.publish", path, reason: "corrected" });
  });
}
