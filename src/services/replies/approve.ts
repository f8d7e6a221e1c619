import { updateEdition } from "#db/writes/replies.ts";
import { verdictOf } from "#domain/gate/finding.ts";
import { refuse } from "#domain/handling/refusal.ts";
import { checkSecondPerson } from "#domain/handling/second-person.ts";
import type { Context } from "../context.ts";
import { Refused } from "../errors.ts";
import { checkReady } from "./check-ready.ts";
import type { ReplyRef } from "./change-reply.ts";
import { changeReply } from "./change-reply.ts";
import type { LoadedReply } from "./load-reply.ts";

/** 审核通过 by a second person. Scanned anew: the office may have mended words since the submission. */
export async function approveReply(ctx: Context, ref: ReplyRef): Promise<LoadedReply> {
  return await changeReply(ctx, "approve", ref, async ({ tx, reply }) => {
    const { edition } = reply;
    if (!edition) throw Refused.of(refuse("wrong_state"));
    const refusal = checkSecondPerson(ctx.actor.id, edition);
    if (refusal) throw Refused.of(refusal);
    // The office may have mended the letter since: it must be whole and clean as it stands now.
    const findings = await checkReady(tx, reply);
    await updateEdition(tx, ref.id, edition.number, {
      state: "approved",
      scannedHash: edition.contentHash,
      verdict: verdictOf(findings),
      findings,
      approvedBy: ctx.actor.id,
      approvedAt: ctx.now().toISOString(),
      approvedHash: edition.contentHash,
    });
  });
}
