import { findReturnReason, isReturnReasonUsed, listReturnReasons } from "#db/reads/return-reasons.ts";
import { writeTransaction } from "#db/transaction.ts";
import { updateReturnReason } from "#db/writes/return-reasons.ts";
import { refuse } from "#domain/handling/refusal.ts";
import { OTHER_REASON } from "#domain/handling/return-reason.ts";
import { recordAudit } from "../audit.ts";
import type { Context } from "../context.ts";
import { Forbidden, Invalid, NotFound, Refused, Stale } from "../errors.ts";
import { hashOf } from "../hash.ts";
import type { ChangeReasonInput } from "./reason-input.ts";

/**
 * Words, place, 停用 or 启用. A reason that was given keeps its words: another wording is another reason.
 * Throws NotFound, Stale, Invalid, Refused.
 */
export async function changeReason(
  ctx: Context,
  { code, version }: { readonly code: string; readonly version: number },
  input: ChangeReasonInput,
): Promise<void> {
  if (ctx.actor.role !== "office") throw new Forbidden();
  await writeTransaction(ctx.db, async (tx) => {
    const before = await findReturnReason(tx, code);
    if (!before) throw new NotFound("这项退回理由");
    if (before.version !== version) throw new Stale();
    if (code === OTHER_REASON && input.retired) throw Refused.of(refuse("reason_needed"));
    if (input.text !== before.text) {
      if (await isReturnReasonUsed(tx, code)) throw Refused.of(refuse("reason_in_use"));
      if ((await listReturnReasons(tx)).some((item) => item.text === input.text)) {
        const message = "清单中已有同样文字的退回理由";
        throw new Invalid(message, [{ path: "text", message }], "reason_exists");
      }
    }
    await updateReturnReason(tx, code, input);
    const event = { action: "return_reason.change", object: `return_reason:${code}`, beforeHash: hashOf(before) };
    await recordAudit(tx, ctx, { ...event, afterHash: hashOf(input) });
  });
}
