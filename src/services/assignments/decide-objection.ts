import { z } from "zod";
import { listObjections } from "#db/reads/assignments.ts";
import { decideObjectionRow } from "#db/writes/assignments.ts";
import { OBJECTION_DECISIONS } from "#domain/assignment/motion-state.ts";
import { stateGivenBack } from "#domain/assignment/stages.ts";
import { refuse } from "#domain/handling/refusal.ts";
import type { Context } from "../context.ts";
import { Invalid, Refused } from "../errors.ts";
import { Reason } from "../motions/reason.ts";
import type { AssignmentChange, AssignmentRef } from "./change-assignment.ts";
import { changeAssignment } from "./change-assignment.ts";
import { handOver } from "./hand-over.ts";

export const DecideObjectionInput = z.strictObject({
  decision: z.enum(OBJECTION_DECISIONS),
  reason: Reason,
  /** 改派给, where upheld; a joint unit may leave without another in its place. */
  toUnit: z.string().min(1).max(40).nullable().default(null),
});
export type DecideObjectionInput = z.infer<typeof DecideObjectionInput>;

function checkTarget({ assignment }: AssignmentChange, { decision, toUnit }: DecideObjectionInput): void {
  const path = "toUnit";
  if (decision === "refused" && toUnit !== null) {
    const message = "不采纳异议的，仍由原单位办理，请不要填写改派单位";
    throw new Invalid(message, [{ path, message }]);
  }
  if (decision === "upheld" && toUnit === null && assignment.role !== "joint") {
    const message = "采纳异议的，应当写明改派给哪个单位";
    throw new Invalid(message, [{ path, message }]);
  }
}

/** The office's answer to an objection: upheld, the matter goes to another unit; refused, it must be handled. */
export async function decideObjection(ctx: Context, ref: AssignmentRef, input: DecideObjectionInput): Promise<void> {
  await changeAssignment(ctx, { action: "assignment.decide_objection", roles: ["office"] }, ref, async (change) => {
    const { tx, assignment, at } = change;
    const open = (await listObjections(tx, ref.id)).findLast(
      (row) => row.kind === "objection" && row.decision === null,
    );
    if (assignment.state !== "objected" || !open) throw Refused.of(refuse("objection_missing"));
    checkTarget(change, input);
    const { decision, reason, toUnit } = input;
    await decideObjectionRow(tx, open, {
      decision,
      decisionReason: reason,
      decidedBy: ctx.actor.id,
      decidedAt: at,
    });
    if (decision === "upheld") await handOver(ctx, change, { toUnit, reason });
    const state = decision === "upheld" ? "withdrawn" : stateGivenBack(assignment.signedAt);
    return { patch: { state }, before: open, after: input };
  });
}
