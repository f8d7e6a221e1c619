import { z } from "zod";
import { mayReassign } from "#domain/assignment/stages.ts";
import { refuse } from "#domain/handling/refusal.ts";
import type { Context } from "../context.ts";
import { Refused } from "../errors.ts";
import { Reason } from "../motions/reason.ts";
import type { AssignmentRef } from "./change-assignment.ts";
import { changeAssignment } from "./change-assignment.ts";
import { handOver } from "./hand-over.ts";

export const ReassignInput = z.strictObject({
  toUnit: z.string().min(1, "请选择改派单位").max(40),
  reason: Reason,
});
export type ReassignInput = z.infer<typeof ReassignInput>;

/** 改派 by the office of its own accord; an objection that waits is decided first. */
export async function reassignAssignment(ctx: Context, ref: AssignmentRef, input: ReassignInput): Promise<void> {
  await changeAssignment(ctx, { action: "assignment.reassign", roles: ["office"] }, ref, async (change) => {
    const { state } = change.assignment;
    if (state === "objected") throw Refused.of(refuse("objection_open"));
    if (!mayReassign(state)) throw Refused.of(refuse("wrong_state"));
    await handOver(ctx, change, input);
    return { patch: { state: "withdrawn" }, after: input };
  });
}
