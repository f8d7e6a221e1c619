import { listReturnReasons } from "#db/reads/return-reasons.ts";
import { writeTransaction } from "#db/transaction.ts";
import { insertReturnReason } from "#db/writes/return-reasons.ts";
import { recordAudit } from "../audit.ts";
import type { Context } from "../context.ts";
import { Forbidden, Invalid } from "../errors.ts";
import { hashOf } from "../hash.ts";
import type { AddReasonInput } from "./reason-input.ts";

/** 增加退回理由. Throws Invalid where code or words are taken. */
export async function addReason(ctx: Context, input: AddReasonInput): Promise<void> {
  if (ctx.actor.role !== "office") throw new Forbidden();
  await writeTransaction(ctx.db, async (tx) => {
    const all = await listReturnReasons(tx);
    for (const path of ["code", "text"] as const) {
      if (!all.some((item) => item[path] === input[path])) continue;
      const message = `退回理由“${input[path]}”已在清单中，请核对（停用的可以重新启用）`;
      throw new Invalid(message, [{ path, message }], "reason_exists");
    }
    await insertReturnReason(tx, input);
    const event = { action: "return_reason.add", object: `return_reason:${input.code}`, beforeHash: null };
    await recordAudit(tx, ctx, { ...event, afterHash: hashOf(input) });
  });
}
