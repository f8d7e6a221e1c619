import { z } from "zod";
import { listObjections } from "#db/reads/assignments.ts";
import { insertObjection } from "#db/writes/assignments.ts";
import { isPast, toHandedOn } from "#domain/assignment/clocks.ts";
import { mayObject } from "#domain/assignment/stages.ts";
import { findDueOn } from "#domain/deadline/due.ts";
import { refuse } from "#domain/handling/refusal.ts";
import { shanghaiDate } from "../clock.ts";
import type { Context } from "../context.ts";
import { Refused } from "../errors.ts";
import type { AssignmentChange, AssignmentRef } from "./change-assignment.ts";
import { changeAssignment } from "./change-assignment.ts";
import { requireStandingUnits } from "./require-units.ts";

export const ObjectInput = z.strictObject({
  reason: z.string().trim().min(5, "请写明理由和依据").max(1000, "理由请控制在 1000 字以内"),
  /** 建议承办单位, by its code. */
  suggestedUnit: z.string().min(1).max(40).nullable().default(null),
});
export type ObjectInput = z.infer<typeof ObjectInput>;

/** One objection for each hand-over: what the office has refused is to be handled (青岛 2021). */
async function checkFirst(change: AssignmentChange, handedOn: string): Promise<void> {
  const rows = await listObjections(change.tx, change.assignment.id);
  const decided = rows.some(
    (row) => row.kind === "objection" && row.decision === "refused" && shanghaiDate(new Date(row.raisedAt)) >= handedOn,
  );
  if (decided) throw Refused.of(refuse("objection_decided"));
}

/**
 * 异议（退回）: the unit holds that the matter is not its own; it waits for the office and sends it nowhere itself.
 * While the matter is only proposed (预交办) the same is a comment and changes no state. Throws Refused after the time for it.
 */
export async function objectAssignment(ctx: Context, ref: AssignmentRef, input: ObjectInput): Promise<void> {
  await changeAssignment(ctx, { action: "assignment.object", roles: ["unit"] }, ref, async (change) => {
    const { tx, assignment, rules, today, at } = change;
    const isComment = assignment.state === "pre_assigned";
    if (!isComment && !mayObject(assignment.state)) throw Refused.of(refuse("wrong_state"));
    const handedOn = toHandedOn(assignment, change.motion);
    if (!isComment) await checkFirst(change, handedOn);
    if (isPast(findDueOn(handedOn, rules.deadlines.object), today)) throw Refused.of(refuse("objection_late"));
    if (input.suggestedUnit !== null) await requireStandingUnits(tx, [input.suggestedUnit], "suggestedUnit", today);
    const kind = isComment ? "comment" : "objection";
    await insertObjection(tx, { ...input, kind, assignmentId: ref.id, raisedBy: ctx.actor.id, raisedAt: at });
    return { patch: isComment ? {} : { state: "objected" }, after: { kind, ...input } };
  });
}
