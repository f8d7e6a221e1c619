import { updateEdition } from "#db/writes/replies.ts";
import { verdictOf } from "#domain/gate/finding.ts";
import { refuse } from "#domain/handling/refusal.ts";
import { checkSignOff } from "#domain/handling/sign-off.ts";
import type { Context } from "../context.ts";
import { Refused } from "../errors.ts";
import { checkReady } from "./check-ready.ts";
import type { ReplyRef } from "./change-reply.ts";
import { changeReply } from "./change-reply.ts";
import type { LoadedReply } from "./load-reply.ts";

/** 报送审核: a letter that forgets the class, the mark or the ground, or that the gate stops, does not leave the unit. */
export async function submitReply(ctx: Context, ref: ReplyRef): Promise<LoadedReply> {
  return await changeReply(ctx, "submit", ref, async ({ tx, reply }) => {
    const { edition } = reply;
    if (!edition) throw Refused.of(refuse("letter_incomplete"));
    const obstacle = checkSignOff(ctx.actor, edition, reply);
    if (obstacle) throw Refused.of(obstacle);
    const findings = await checkReady(tx, reply);
    const at = ctx.now().toISOString();
    const signOff = edition.state === "unit_review" ? { signedOffBy: ctx.actor.id, signedOffAt: at } : {};
    await updateEdition(tx, ref.id, edition.number, {
      ...signOff,
      state: "submitted",
      scannedHash: edition.contentHash,
      verdict: verdictOf(findings),
      findings,
      submittedBy: ctx.actor.id,
      submittedAt: at,
    });
  });
}
