import type { EditionRow } from "#db/reads/reply-record.ts";
import { findMatterPath } from "#db/reads/hidden-paths.ts";
import { openFollowUp, updateEdition, updateReply } from "#db/writes/replies.ts";
import { refuse } from "#domain/handling/refusal.ts";
import { shanghaiDate } from "../clock.ts";
import type { Context } from "../context.ts";
import { Refused } from "../errors.ts";
import { getScheme, needsFollowUp } from "../follow-ups/open-follow-up.ts";
import { recordFirstOutcome } from "../follow-ups/record-first-outcome.ts";
import { requestRelease } from "../releases/request.ts";
import { takeDown } from "../releases/take-down.ts";
import type { Change, ReplyRef } from "./change-reply.ts";
import { changeReply } from "./change-reply.ts";
import type { LoadedReply } from "./load-reply.ts";

/** Opens the series of classes, and the follow-up that a class which promises asks for (续办续复). */
async function recordOutcome(ctx: Context, { tx, reply }: Change, id: string, edition: EditionRow): Promise<void> {
  const { classCode, approvedBy } = edition;
  if (classCode === null || approvedBy === null) return;
  await recordFirstOutcome(tx, { assignmentId: id, classCode, approvedBy, decidedOn: shanghaiDate(ctx.now()) });
  if (!needsFollowUp(reply, await getScheme(tx, reply), classCode)) return;
  await openFollowUp(tx, id, reply.rules.deadlines.followUpOn ?? reply.campaignKind.followUpDueOn);
}

/**
 * 定稿: the letter goes out as it stands. What is not to be public ends here as withheld;
 * a page that an earlier edition had is gone at once.
 */
export async function finaliseReply(ctx: Context, ref: ReplyRef): Promise<LoadedReply> {
  return await changeReply(ctx, "finalise", ref, async (change) => {
    const { tx, reply } = change;
    const { edition, disclosure } = reply;
    if (!edition || edition.approvedHash !== edition.contentHash) throw Refused.of(refuse("approval_outdated"));
    await updateEdition(tx, ref.id, edition.number, {
      state: "final",
      finalisedBy: ctx.actor.id,
      finalisedAt: ctx.now().toISOString(),
    });
    await recordOutcome(ctx, change, ref.id, edition);
    if (disclosure?.mode === "none") {
      const wasPublic = reply.reply?.publication === "published";
      await updateReply(tx, ref.id, { publication: "withheld", liveEdition: edition.number, draftEdition: null });
      const path = wasPublic ? await findMatterPath(tx, ref.id) : undefined;
      if (path !== undefined) return await takeDown(tx, ctx, { cause: "reply.finalise", path, reason: "withheld" });
    }
    // An answer is a fact of the year's figures, public or not.
    await requestRelease(tx, ctx, "reply.finalise");
  });
}
