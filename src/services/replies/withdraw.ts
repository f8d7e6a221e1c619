import { z } from "zod";
import { insertWithdrawal, updateReply } from "#db/writes/replies.ts";
import { WITHDRAWAL_KINDS } from "#domain/handling/withdrawal.ts";
import type { Context } from "../context.ts";
import { requestRelease } from "../releases/request.ts";
import type { ReplyRef } from "./change-reply.ts";
import { changeReply } from "./change-reply.ts";
import type { LoadedReply } from "./load-reply.ts";

export const WithdrawInput = z.strictObject({
  kind: z.enum(WITHDRAWAL_KINDS),
  reason: z.string().trim().min(2, "请写明撤回理由").max(1000, "撤回理由请控制在 1000 字以内"),
});
export type WithdrawInput = z.infer<typeof WithdrawInput>;

/** 撤回: the next release does not have it; a tombstone says that, when and of what kind. Editions are kept inside. */
export async function withdrawReply(ctx: Context, ref: ReplyRef, input: WithdrawInput): Promise<LoadedReply> {
  return await changeReply(ctx, "withdraw", ref, async ({ tx }) => {
    await insertWithdrawal(tx, {
      ...input,
      assignmentId: ref.id,
      withdrawnBy: ctx.actor.id,
      withdrawnAt: ctx.now().toISOString(),
    });
    await updateReply(tx, ref.id, { publication: "withdrawn" });
    await requestRelease(tx, ctx, "reply.withdraw");
  });
}
