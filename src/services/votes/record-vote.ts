import { z } from "zod";
import { writeTransaction } from "#db/transaction.ts";
import { findMotionUnits } from "#db/reads/votes.ts";
import { insertVote } from "#db/writes/votes.ts";
import { recordAudit } from "../audit.ts";
import { shanghaiDate } from "../clock.ts";
import type { Context } from "../context.ts";
import { Forbidden, Invalid, NotFound, Stale } from "../errors.ts";
import { hashOf } from "../hash.ts";

const Count = z.int("应为整数").min(0, "不能小于 0").max(10_000);

export const VoteInput = z
  .strictObject({
    body: z.string().trim().min(2, "请写明测评机关").max(100),
    heldOn: z.iso.date("日期应为 YYYY-MM-DD"),
    issued: Count,
    returned: Count,
    satisfied: Count,
    basicallySatisfied: Count,
    dissatisfied: Count,
  })
  .superRefine((vote, context) => {
    if (vote.returned > vote.issued) {
      context.addIssue({ code: "custom", path: ["returned"], message: "收回票数不能多于发出票数" });
    }
    if (vote.satisfied + vote.basicallySatisfied + vote.dissatisfied > vote.returned) {
      context.addIssue({ code: "custom", path: ["returned"], message: "各项票数之和不能多于收回票数" });
    }
  });
export type VoteInput = z.infer<typeof VoteInput>;

/** 测评 by a standing committee, a record apart from the filer's own verdict. `version` is the motion's. */
export async function recordVote(
  ctx: Context,
  ref: { readonly id: string; readonly version: number },
  input: VoteInput,
): Promise<void> {
  if (ctx.actor.role !== "office") throw new Forbidden();
  const now = ctx.now();
  if (input.heldOn > shanghaiDate(now)) {
    const message = "测评日期不能晚于今天";
    throw new Invalid(message, [{ path: "heldOn", message }]);
  }
  await writeTransaction(ctx.db, async (tx) => {
    const found = await findMotionUnits(tx, ref.id);
    if (!found) throw new NotFound("这件建议提案");
    if (found.motion.version !== ref.version) throw new Stale();
    await insertVote(tx, { ...input, motionId: ref.id, recordedBy: ctx.actor.id });
    const event = { action: "vote.record", object: `motion:${ref.id}`, beforeHash: null };
    await recordAudit(tx, ctx, { ...event, afterHash: hashOf(input) });
  });
}
