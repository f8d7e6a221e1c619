import { z } from "zod";
import { insertReassignment, putPart } from "#db/writes/assignments.ts";
import { refuse } from "#domain/handling/refusal.ts";
import { requireStandingUnits } from "../assignments/require-units.ts";
import type { Context } from "../context.ts";
import { Refused } from "../errors.ts";
import type { MotionRef } from "./change-motion.ts";
import { changeMotion } from "./change-motion.ts";
import { startOpinion } from "./deal-parts.ts";
import { Reason } from "./reason.ts";

export const AddJointUnitInput = z.strictObject({
  unit: z.string().min(1, "请选择会办单位").max(40),
  reason: Reason,
});
export type AddJointUnitInput = z.infer<typeof AddJointUnitInput>;

/** 增加会办单位 after 交办; its clocks run from today. */
export async function addJointUnit(ctx: Context, ref: MotionRef, input: AddJointUnitInput): Promise<void> {
  await changeMotion(
    ctx,
    "deal",
    ref,
    async ({ tx, motion, parts, rules, today, at }) => {
      const { unit: unitCode, reason } = input;
      await requireStandingUnits(tx, [unitCode], "unit", today);
      const taken = parts.some((part) => part.unitCode === unitCode && part.state !== "withdrawn");
      if (taken) throw Refused.of(refuse("unit_has_part"));
      const { id: motionId, campaignId, dueOn } = motion;
      const position = Math.max(-1, ...parts.map((part) => part.position)) + 1;
      const part = { motionId, campaignId, unitCode, role: "joint" as const, position, dueOn };
      await putPart(tx, { ...part, state: "assigned", assignedOn: today });
      const by = { reassignedBy: ctx.actor.id, reassignedAt: at };
      await insertReassignment(tx, { motionId, fromUnit: null, toUnit: unitCode, reason, ...by });
      await startOpinion(tx, ctx, rules, { assignmentId: `${motionId}.${unitCode}`, handedOn: today });
      return { facts: input };
    },
    "add_joint_unit",
  );
}
