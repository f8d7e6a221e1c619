import { z } from "zod";
import type { Context } from "../context.ts";
import type { MotionRef } from "./change-motion.ts";
import { changeMotion, endParts } from "./change-motion.ts";
import { Reason } from "./reason.ts";

export const TransferInput = z.strictObject({
  to: z.string().trim().min(2, "请写明转往哪里").max(80, "接收单位请控制在 80 字以内"),
  reason: Reason,
});
export type TransferInput = z.infer<typeof TransferInput>;

/** 转办: another level or system answers it. */
export async function transferMotion(ctx: Context, ref: MotionRef, input: TransferInput): Promise<void> {
  await changeMotion(ctx, "transfer", ref, async (change) => {
    await endParts(change);
    return { patch: { closedReason: `转${input.to}：${input.reason}` }, facts: input };
  });
}
