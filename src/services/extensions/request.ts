import { z } from "zod";
import { listExtensions } from "#db/reads/extensions.ts";
import { insertExtension } from "#db/writes/extensions.ts";
import { findExtensionFault } from "#domain/assignment/extension.ts";
import { mayExtend } from "#domain/assignment/stages.ts";
import { findDueOn } from "#domain/deadline/due.ts";
import { refuse } from "#domain/handling/refusal.ts";
import type { AssignmentRef } from "../assignments/change-assignment.ts";
import { changeAssignment } from "../assignments/change-assignment.ts";
import type { Context } from "../context.ts";
import { Refused } from "../errors.ts";

export const RequestExtensionInput = z.strictObject({
  reason: z.string().trim().min(5, "请写明延期的理由").max(1000, "理由请控制在 1000 字以内"),
  newDueOn: z.iso.date("日期应写成 2026-03-01 的格式"),
});
export type RequestExtensionInput = z.infer<typeof RequestExtensionInput>;

/** 申请延期 by the unit that owes the answer. Throws Refused where it comes late or asks for more than the law leaves. */
export async function requestExtension(ctx: Context, ref: AssignmentRef, input: RequestExtensionInput): Promise<void> {
  await changeAssignment(ctx, { action: "extension.request", roles: ["unit"] }, ref, async (change) => {
    const { tx, assignment, motion, rules, today, at } = change;
    if (assignment.role === "joint") throw Refused.of(refuse("not_lead"));
    if (!mayExtend(assignment.state)) throw Refused.of(refuse("wrong_state"));
    const rows = await listExtensions(tx, ref.id);
    if (rows.some((row) => row.decision === null)) throw Refused.of(refuse("extension_open"));
    const { newDueOn } = input;
    // The law counts from 交办, whoever the matter has passed to since.
    const atMostOn = findDueOn(motion.assignedOn, rules.deadlines.replyAtMost);
    const granted = rows.findLast((row) => row.decision === "granted")?.newDueOn;
    const legalOn = granted ?? findDueOn(motion.assignedOn, rules.deadlines.reply);
    const fault = findExtensionFault({ today, dueOn: assignment.dueOn, legalOn, newDueOn, atMostOn });
    if (fault) throw Refused.of(fault);
    await insertExtension(tx, { ...input, assignmentId: ref.id, requestedBy: ctx.actor.id, requestedAt: at });
    return { after: input };
  });
}
