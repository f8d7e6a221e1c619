import { z } from "zod";
import { findContactWaiver } from "#db/reads/contacts.ts";
import { putContactWaiver } from "#db/writes/contacts.ts";
import { isInHandling } from "#domain/assignment/stages.ts";
import { refuse } from "#domain/handling/refusal.ts";
import type { AssignmentRef } from "../assignments/change-assignment.ts";
import { changeAssignment } from "../assignments/change-assignment.ts";
import type { Context } from "../context.ts";
import { Refused } from "../errors.ts";

export const WaiveMeetingInput = z.strictObject({
  reason: z.string().trim().min(5, "请写明没有面商的理由").max(500, "理由请控制在 500 字以内"),
});
export type WaiveMeetingInput = z.infer<typeof WaiveMeetingInput>;

/** 说明未面商的理由 (design §5: a contact record, or a reason). Said once more, the new reason stands. */
export async function waiveMeeting(ctx: Context, ref: AssignmentRef, input: WaiveMeetingInput): Promise<void> {
  await changeAssignment(ctx, { action: "contact.waive", roles: ["unit", "office"] }, ref, async (change) => {
    if (!isInHandling(change.assignment.state)) throw Refused.of(refuse("wrong_state"));
    const before = await findContactWaiver(change.tx, ref.id);
    const by = { waivedBy: ctx.actor.id, waivedAt: change.at };
    await putContactWaiver(change.tx, { assignmentId: ref.id, reason: input.reason, ...by });
    return { before, after: input };
  });
}
