import { z } from "zod";
import { Part } from "#domain/assignment/parts.ts";
import type { Context } from "../context.ts";
import type { MotionRef } from "./change-motion.ts";
import { changeMotion } from "./change-motion.ts";
import { dealParts } from "./deal-parts.ts";

export const PreAssignInput = z.strictObject({
  parts: z.array(Part).min(1, "请选择拟承办单位").max(60, "承办单位不能多于 60 个"),
});
export type PreAssignInput = z.infer<typeof PreAssignInput>;

/** 预交办: proposes units, who then comment. May be repeated with other units until 正式交办. */
export async function preAssignMotion(ctx: Context, ref: MotionRef, input: PreAssignInput): Promise<void> {
  await changeMotion(ctx, "pre_assign", ref, async (change) => {
    await dealParts(change, input.parts, { state: "pre_assigned", assignedOn: null, dueOn: null });
    // The units' time to comment runs from today.
    return { patch: { assignedOn: change.today }, facts: input, release: false };
  });
}
