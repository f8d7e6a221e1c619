import { z } from "zod";
import { insertReturn, updateEdition } from "#db/writes/replies.ts";
import { refuse } from "#domain/handling/refusal.ts";
import type { Context } from "../context.ts";
import { Refused } from "../errors.ts";
import type { ReplyRef } from "./change-reply.ts";
import { changeReply } from "./change-reply.ts";
import type { LoadedReply } from "./load-reply.ts";

export const ReturnInput = z.strictObject({
  reason: z.string().trim().min(2, "请写明退回理由").max(1000, "退回理由请控制在 1000 字以内"),
});
export type ReturnInput = z.infer<typeof ReturnInput>;

/** 退回重办, with the reasons; scan and approval lapse. */
export async function returnReply(ctx: Context, ref: ReplyRef, input: ReturnInput): Promise<LoadedReply> {
  return await changeReply(ctx, "return", ref, async ({ tx, reply }) => {
    if (!reply.edition) throw Refused.of(refuse("wrong_state"));
    const { number } = reply.edition;
    await insertReturn(tx, {
      assignmentId: ref.id,
      edition: number,
      reason: input.reason,
      returnedBy: ctx.actor.id,
      returnedAt: ctx.now().toISOString(),
    });
    await updateEdition(tx, ref.id, number, {
      state: "draft",
      scannedHash: null,
      approvedBy: null,
      approvedAt: null,
      approvedHash: null,
      signedOffBy: null,
      signedOffAt: null,
      submittedBy: null,
      submittedAt: null,
    });
  });
}
