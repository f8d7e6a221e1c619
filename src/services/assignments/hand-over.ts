import { listParts } from "#db/reads/assignments.ts";
import type { AssignmentRow } from "#db/reads/reply-record.ts";
import { changeAssignmentRow, insertReassignment, putPart } from "#db/writes/assignments.ts";
import { changeMotionRow } from "#db/writes/motions.ts";
import { stateGivenBack } from "#domain/assignment/stages.ts";
import { refuse } from "#domain/handling/refusal.ts";
import type { Context } from "../context.ts";
import { Refused } from "../errors.ts";
import { startOpinion } from "../motions/deal-parts.ts";
import { requestRelease } from "../releases/request.ts";
import type { AssignmentChange } from "./change-assignment.ts";
import { requireStandingUnits } from "./require-units.ts";

/** To whom and why; null: to nobody, for a joint unit that is no longer needed. */
export type HandOver = { readonly toUnit: string | null; readonly reason: string };

async function givePart(ctx: Context, change: AssignmentChange, unitCode: string, taken: AssignmentRow | undefined) {
  const { tx, assignment, motion, rules, today } = change;
  const { role, position, dueOn } = assignment;
  // A joint unit that takes the lead goes on from where it stands; its opinion counts no longer.
  if (taken) {
    const state = taken.state === "closed" ? stateGivenBack(taken.signedAt) : taken.state;
    return await changeAssignmentRow(tx, taken.id, { role, position, assignedOn: today, dueOn, state });
  }
  const { id: motionId, campaignId } = motion;
  const part = { motionId, campaignId, unitCode, role, position, dueOn };
  await putPart(tx, { ...part, state: "assigned", assignedOn: today });
  if (role === "joint")
    await startOpinion(tx, ctx, rules, { assignmentId: `${motionId}.${unitCode}`, handedOn: today });
}

/**
 * 改派: the part, with its role and its date, goes to another unit, and the history says so. The old assignment itself is
 * ended by the caller's patch. Throws Refused where the other unit has a part that cannot be joined to this one.
 */
export async function handOver(ctx: Context, change: AssignmentChange, { toUnit, reason }: HandOver): Promise<void> {
  const { tx, assignment, motion, at } = change;
  if (toUnit !== null) {
    await requireStandingUnits(tx, [toUnit], "toUnit", change.today);
    const parts = await listParts(tx, motion.id);
    const taken = parts.find((part) => part.unitCode === toUnit && part.state !== "withdrawn");
    if (taken && (taken.role !== "joint" || assignment.role === "joint")) throw Refused.of(refuse("unit_has_part"));
    await givePart(ctx, change, toUnit, taken);
  }
  await insertReassignment(tx, {
    motionId: motion.id,
    fromUnit: assignment.unitCode,
    toUnit,
    reason,
    reassignedBy: ctx.actor.id,
    reassignedAt: at,
  });
  await changeMotionRow(tx, motion.id, {});
  await requestRelease(tx, ctx, "assignment.reassign");
}
