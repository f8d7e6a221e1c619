import { z } from "zod";
import type { Transaction } from "#db/open.ts";
import { listReturnReasons } from "#db/reads/return-reasons.ts";
import { insertReturn, updateEdition } from "#db/writes/replies.ts";
import { OTHER_REASON } from "#domain/handling/return-reason.ts";
import { refuse } from "#domain/handling/refusal.ts";
import type { Context } from "../context.ts";
import { Invalid, Refused } from "../errors.ts";
import type { ReplyRef } from "./change-reply.ts";
import { changeReply } from "./change-reply.ts";
import type { LoadedReply } from "./load-reply.ts";
import { toLetterWords } from "./to-letter.ts";

export const ReturnInput = z
  .strictObject({
    /** Codes of the managed list; left out, the words stand for themselves (其他). */
    reasons: z.array(z.string().min(1).max(40)).min(1, "请至少选择一项退回理由").max(20).optional(),
    /** Free words: needed with 其他. */
    reason: z.string().trim().max(1000, "退回理由请控制在 1000 字以内").default(""),
  })
  .refine(({ reasons = [OTHER_REASON], reason }) => !reasons.includes(OTHER_REASON) || reason.length >= 2, {
    path: ["reason"],
    message: "选择“其他”或者没有选择清单中理由的，请写明退回理由",
  });
export type ReturnInput = z.input<typeof ReturnInput>;

async function toCodes(tx: Transaction, { reasons = [OTHER_REASON] }: ReturnInput): Promise<string[]> {
  const known = (await listReturnReasons(tx)).filter((item) => !item.retired);
  const unknown = reasons.find((code) => !known.some((item) => item.code === code));
  if (unknown !== undefined) {
    const message = `退回理由“${unknown}”不在现用清单中，请重新选择`;
    throw new Invalid(message, [{ path: "reasons", message }], "unknown_reason");
  }
  return [...new Set(reasons)];
}

/** 退回重办, with the reasons; scan and approval lapse. */
export async function returnReply(ctx: Context, ref: ReplyRef, input: ReturnInput): Promise<LoadedReply> {
  return await changeReply(ctx, "return", ref, async ({ tx, reply }) => {
    if (!reply.edition) throw Refused.of(refuse("wrong_state"));
    const { number } = reply.edition;
    const codes = await toCodes(tx, input);
    const by = { returnedBy: ctx.actor.id, returnedAt: ctx.now().toISOString() };
    const letter = toLetterWords(reply.edition);
    const row = { assignmentId: ref.id, edition: number, reason: input.reason?.trim() ?? "", letter, ...by };
    await insertReturn(tx, row, codes);
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
