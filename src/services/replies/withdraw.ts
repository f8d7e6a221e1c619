import { z } from "zod";
import { findMatterPath } from "#db/reads/hidden-paths.ts";
import { hidePath } from "#db/writes/hidden-paths.ts";
import { insertWithdrawal, updateEdition, updateReply } from "#db/writes/replies.ts";
import { WITHDRAWAL_KINDS } from "#domain/handling/withdrawal.ts";
import { shanghaiMinute } from "../clock.ts";
import { requireStepUp } from "../accounts/require-step-up.ts";
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
  requireStepUp(ctx);
  return await changeReply(ctx, "withdraw", ref, async ({ tx, reply }) => {
    await insertWithdrawal(tx, {
      ...input,
      assignmentId: ref.id,
      withdrawnBy: ctx.actor.id,
      withdrawnAt: shanghaiMinute(ctx.now()),
    });
    await updateReply(tx, ref.id, { publication: "withdrawn" });
    const path = await findMatterPath(tx, ref.id);
    // Gone for readers at once; the release that has it no more follows.
    if (path) await hidePath(tx, { path, hiddenAt: ctx.now().toISOString(), reason: input.kind });
    const { draftEdition } = reply.reply ?? {};
    // What was agreed to as a correction of a public letter was not agreed to as its return.
    if (draftEdition)
      await updateEdition(tx, ref.id, draftEdition, { state: "draft", approvedHash: null, scannedHash: null });
    await requestRelease(tx, ctx, "reply.withdraw");
  });
}
