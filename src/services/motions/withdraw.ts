import { z } from "zod";
import type { Context } from "../context.ts";
import type { MotionRef } from "./change-motion.ts";
import { changeMotion, endParts } from "./change-motion.ts";
import { Reason } from "./reason.ts";

export const WithdrawMotionInput = z.strictObject({ reason: Reason });
export type WithdrawMotionInput = z.infer<typeof WithdrawMotionInput>;

/** 撤回 by its filers: handling ends at once (青岛 2021, 山东 2017). */
export async function withdrawMotion(ctx: Context, ref: MotionRef, input: WithdrawMotionInput): Promise<void> {
  await changeMotion(ctx, "withdraw", ref, async (change) => {
    await endParts(change);
    return { patch: { closedReason: input.reason }, facts: input };
  });
}
