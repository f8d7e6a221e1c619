import { z } from "zod";
import { refuse } from "#domain/handling/refusal.ts";
import { WITHDRAWAL_KINDS } from "#domain/handling/withdrawal.ts";
import { requireStepUp } from "../accounts/require-step-up.ts";
import { shanghaiMinute } from "../clock.ts";
import type { Context } from "../context.ts";
import { Refused } from "../errors.ts";
import { takeDown } from "../releases/take-down.ts";
import type { DocumentRef } from "./change-document.ts";
import { changeDocument } from "./change-document.ts";

export const WithdrawDocumentInput = z.strictObject({
  kind: z.enum(WITHDRAWAL_KINDS).default("withdrawn"),
  reason: z.string().trim().min(2, "请写明撤回理由").max(1000, "撤回理由请控制在 1000 字以内").nullable().default(null),
});
type WithdrawDocumentInput = z.infer<typeof WithdrawDocumentInput>;

/** 撤回: gone at once, and the next release does not have it. */
export async function withdrawDocument(
  ctx: Context,
  ref: DocumentRef,
  { kind, reason }: WithdrawDocumentInput = { kind: "withdrawn", reason: null },
): Promise<void> {
  requireStepUp(ctx);
  await changeDocument(ctx, "document.withdraw", ref, async (tx, before) => {
    if (before.state !== "published") throw Refused.of(refuse("document_not_published"));
    await takeDown(tx, ctx, { cause: "document.withdraw", path: `/documents/${ref.slug}/`, reason: kind });
    const withdrawnAt = shanghaiMinute(ctx.now());
    return { state: "withdrawn", withdrawalKind: kind, withdrawalReason: reason, withdrawnAt };
  });
}
