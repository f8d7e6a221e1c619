import type { Context } from "../context.ts";
import { changeAftercare } from "../follow-ups/change-aftercare.ts";
import type { ReplyRef } from "../replies/change-reply.ts";
import type { FeedbackInput } from "./file-round.ts";
import { fileRound } from "./file-round.ts";

/** 登记反馈意见: the office enters the paper form of the open round. Returns the round's number. */
export async function recordFeedback(ctx: Context, ref: ReplyRef, input: FeedbackInput): Promise<number> {
  const by = { source: "office", recordedBy: ctx.actor.id, now: ctx.now() } as const;
  return await changeAftercare(
    ctx,
    { action: "feedback.record", roles: ["office"] },
    ref,
    async (tx, reply) => await fileRound(tx, reply, input, by),
  );
}
