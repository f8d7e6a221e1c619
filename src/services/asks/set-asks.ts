import { z } from "zod";
import { findMotion } from "#db/reads/motions.ts";
import { listAsks } from "#db/reads/answers.ts";
import { putAsks } from "#db/writes/answers.ts";
import { writeTransaction } from "#db/transaction.ts";
import type { Ask } from "#domain/reply/answer-map.ts";
import { recordAudit } from "../audit.ts";
import type { Context } from "../context.ts";
import { Forbidden, NotFound, Stale } from "../errors.ts";
import { hashOf } from "../hash.ts";

export const AsksInput = z.strictObject({
  asks: z
    .array(z.string().trim().min(2, "每一项请写明具体诉求").max(300, "每一项请控制在 300 字以内"))
    .max(30, "最多列 30 项"),
});
export type AsksInput = z.infer<typeof AsksInput>;

/** Lists what a motion asks for, point by point, so that a reply can be held against it. */
export async function setAsks(
  ctx: Context,
  ref: { readonly id: string; readonly version: number },
  input: AsksInput,
): Promise<Ask[]> {
  if (ctx.actor.role !== "office") throw new Forbidden();
  return await writeTransaction(ctx.db, async (tx) => {
    const motion = await findMotion(tx, ref.id);
    if (!motion) throw new NotFound("这件建议提案");
    if (motion.version !== ref.version) throw new Stale();
    const before = await listAsks(tx, ref.id);
    await putAsks(tx, ref.id, input.asks);
    await recordAudit(tx, ctx, {
      action: "motion.set_asks",
      object: `motion:${ref.id}`,
      beforeHash: hashOf(before),
      afterHash: hashOf(input.asks),
    });
    return await listAsks(tx, ref.id);
  });
}
