import { z } from "zod";
import { refuse } from "#domain/handling/refusal.ts";
import type { Context } from "../context.ts";
import { Refused } from "../errors.ts";
import { Reason } from "../motions/reason.ts";
import type { AssignmentRef } from "./change-assignment.ts";
import { changeAssignment } from "./change-assignment.ts";
import { handOver } from "./hand-over.ts";

export const RemoveJointUnitInput = z.strictObject({ reason: Reason });
export type RemoveJointUnitInput = z.infer<typeof RemoveJointUnitInput>;

/** 不再会办: a joint unit leaves; a lead unit is only ever replaced (改派). */
export async function removeJointUnit(ctx: Context, ref: AssignmentRef, input: RemoveJointUnitInput): Promise<void> {
  await changeAssignment(ctx, { action: "assignment.remove_joint_unit", roles: ["office"] }, ref, async (change) => {
    const { role, state } = change.assignment;
    if (role !== "joint") throw Refused.of(refuse("opinion_not_joint"));
    if (state === "objected") throw Refused.of(refuse("objection_open"));
    if (state === "withdrawn" || state === "pre_assigned") throw Refused.of(refuse("wrong_state"));
    await handOver(ctx, change, { toUnit: null, reason: input.reason });
    return { patch: { state: "withdrawn" }, after: input };
  });
}
