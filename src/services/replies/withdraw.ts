import { z } from "zod";
import type { Transaction } from "#db/open.ts";
import { listHeldReplies } from "#db/reads/held-replies.ts";
import { findMatterPath } from "#db/reads/hidden-paths.ts";
import { insertWithdrawal, updateEdition, updateReply } from "#db/writes/replies.ts";
import { WITHDRAWAL_WAYS } from "#domain/handling/withdrawal.ts";
import { refuse } from "#domain/handling/refusal.ts";
import { shanghaiMinute } from "../clock.ts";
import { requireStepUp } from "../accounts/require-step-up.ts";
import type { Context } from "../context.ts";
import { Refused } from "../errors.ts";
import { takeDown } from "../releases/take-down.ts";
import type { ReplyRef } from "./change-reply.ts";
import { changeReply } from "./change-reply.ts";
import type { LoadedReply } from "./load-reply.ts";

export const WithdrawInput = z
  .strictObject({
    kind: z.enum(WITHDRAWAL_WAYS),
    reason: z.string().trim().min(2, "请写明撤回理由").max(1000, "撤回理由请控制在 1000 字以内"),
    into: z.string().min(1).max(60).optional(),
  })
  .refine(({ kind, into }) => (kind === "merged") === (into !== undefined), {
    path: ["into"],
    message: "并入另一件的，请填写并入哪一件的编号；其他情形不填写",
  });
export type WithdrawInput = z.infer<typeof WithdrawInput>;

/** 并入 a matter that readers find an answer to. */
async function requireTarget(tx: Transaction, { motion }: LoadedReply, into: string | undefined): Promise<void> {
  if (into === undefined) return;
  const hasAnswer = (await listHeldReplies(tx, [into])).length > 0;
  if (into === motion.id || !hasAnswer) throw Refused.of(refuse("withdraw_into_wrong"));
}

/** 撤回: the next release does not have it; a tombstone says that, when and of what kind. Editions are kept inside. */
export async function withdrawReply(ctx: Context, ref: ReplyRef, input: WithdrawInput): Promise<LoadedReply> {
  requireStepUp(ctx);
  return await changeReply(ctx, "withdraw", ref, async ({ tx, reply }) => {
    const { kind, reason: words, into } = input;
    await requireTarget(tx, reply, into);
    await insertWithdrawal(tx, {
      kind: kind === "merged" ? "withdrawn" : kind,
      reason: words,
      mergedInto: into ?? null,
      assignmentId: ref.id,
      withdrawnBy: ctx.actor.id,
      withdrawnAt: shanghaiMinute(ctx.now()),
    });
    await updateReply(tx, ref.id, { publication: "withdrawn" });
    const { draftEdition } = reply.reply ?? {};
    // What was agreed to as a correction of a public letter was not agreed to as its return.
    if (draftEdition)
      await updateEdition(tx, ref.id, draftEdition, { state: "draft", approvedHash: null, scannedHash: null });
    await takeDown(tx, ctx, { cause: "reply.withdraw", path: await findMatterPath(tx, ref.id), reason: input.kind });
  });
}
