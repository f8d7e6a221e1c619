import { findScheme } from "#db/reads/schemes.ts";
import { openFollowUp, updateEdition, updateReply } from "#db/writes/replies.ts";
import { refuse } from "#domain/handling/refusal.ts";
import { findClass } from "#domain/scheme/scheme.ts";
import type { Context } from "../context.ts";
import { Refused } from "../errors.ts";
import { requestRelease } from "../releases/request.ts";
import type { Change, ReplyRef } from "./change-reply.ts";
import { changeReply } from "./change-reply.ts";
import type { LoadedReply } from "./load-reply.ts";

/** A class that promises opens a follow-up with the campaign's date (续办续复). */
async function followUp({ tx, reply }: Change, id: string): Promise<void> {
  const scheme = await findScheme(tx, reply.campaignKind.schemeId);
  const outcome = scheme && findClass(scheme, reply.edition?.classCode ?? "");
  if (outcome?.needsFollowUp) await openFollowUp(tx, id, reply.campaignKind.followUpDueOn);
}

/**
 * 定稿: the letter goes out as it stands. What is not to be public ends here as withheld;
 * a page that an earlier edition had disappears with the next release.
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
    await followUp(change, ref.id);
    if (disclosure?.mode === "none") {
      await updateReply(tx, ref.id, { publication: "withheld", liveEdition: edition.number, draftEdition: null });
    }
    // An answer is a fact of the year's figures, public or not.
    await requestRelease(tx, ctx, "reply.finalise");
  });
}
