import { z } from "zod";
import { findMotion } from "#db/reads/motions.ts";
import { isOpenMotion } from "#domain/assignment/motion-steps.ts";
import { refuse } from "#domain/handling/refusal.ts";
import type { Context } from "../context.ts";
import { Refused } from "../errors.ts";
import type { MotionChange, MotionRef } from "./change-motion.ts";
import { changeMotion, endParts } from "./change-motion.ts";
import { Reason } from "./reason.ts";

export const MergeInput = z.strictObject({
  into: z.string().min(1, "请填写并入哪一件的编号").max(60),
  reason: Reason,
});
export type MergeInput = z.infer<typeof MergeInput>;

/** Same year, same kind, still in hand: one letter can then answer both. */
async function canTakeIn({ tx, motion }: MotionChange, into: string): Promise<boolean> {
  const target = await findMotion(tx, into);
  if (!target || target.id === motion.id || !isOpenMotion(target.state)) return false;
  return target.campaignId === motion.campaignId && target.kind === motion.kind;
}

/** 并案: handled from now on under another motion; its own assignments end. */
export async function mergeMotion(ctx: Context, ref: MotionRef, input: MergeInput): Promise<void> {
  await changeMotion(ctx, "merge", ref, async (change) => {
    if (!(await canTakeIn(change, input.into))) throw Refused.of(refuse("merge_wrong"));
    await endParts(change);
    return { patch: { mergedInto: input.into, closedReason: input.reason }, facts: input };
  });
}
