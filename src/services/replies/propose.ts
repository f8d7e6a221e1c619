import { updateEdition } from "#db/writes/replies.ts";
import { refuse } from "#domain/handling/refusal.ts";
import type { Context } from "../context.ts";
import { Refused } from "../errors.ts";
import { checkReady } from "./check-ready.ts";
import type { ReplyRef } from "./change-reply.ts";
import { changeReply } from "./change-reply.ts";
import type { LoadedReply } from "./load-reply.ts";

/** 送单位审签: a letter that is whole goes to the one who signs for the unit. */
export async function proposeReply(ctx: Context, ref: ReplyRef): Promise<LoadedReply> {
  return await changeReply(ctx, "propose", ref, async ({ tx, reply }) => {
    if (!reply.edition) throw Refused.of(refuse("letter_incomplete"));
    await checkReady(tx, reply);
    await updateEdition(tx, ref.id, reply.edition.number, {
      state: "unit_review",
      submittedBy: ctx.actor.id,
      submittedAt: ctx.now().toISOString(),
    });
  });
}
