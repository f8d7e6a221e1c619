import { z } from "zod";
import type { Reader } from "#db/open.ts";
import { findLastRound } from "#db/reads/feedback.ts";
import { insertClosing } from "#db/writes/closings.ts";
import { findClosingFault } from "#domain/assignment/closing.ts";
import type { CampaignRules } from "#domain/campaign/campaign-rules.ts";
import { findFeedbackPreset } from "#domain/campaign/feedback-presets.ts";
import { listDissatisfied } from "#domain/feedback/check-answers.ts";
import { refuse } from "#domain/handling/refusal.ts";
import type { Context } from "../context.ts";
import { Refused } from "../errors.ts";
import type { AssignmentRef } from "./change-assignment.ts";
import { changeAssignment } from "./change-assignment.ts";

export const CloseInput = z.strictObject({
  /** Why, where the feedback is not in or not in favour. */
  reason: z.string().trim().min(5, "请写明办结的理由").max(500, "理由请控制在 500 字以内").nullable().default(null),
});
export type CloseInput = z.infer<typeof CloseInput>;

async function readLastRound(reader: Reader, id: string, { feedback }: CampaignRules) {
  const last = await findLastRound(reader, id);
  if (!last) return null;
  const axes = findFeedbackPreset(feedback.preset)?.axes ?? [];
  return { filed: last.answers !== null, dissatisfied: listDissatisfied(axes, last.answers ?? {}).length > 0 };
}

/**
 * 办结 by the office, once the answer is out and the feedback in. Publication and 续办续复 run on beside it;
 * 不满意 in a later round opens the matter again.
 */
export async function closeAssignment(ctx: Context, ref: AssignmentRef, input: CloseInput): Promise<void> {
  await changeAssignment(ctx, { action: "assignment.close", roles: ["office"] }, ref, async (change) => {
    const { tx, assignment, rules, at } = change;
    if (assignment.role === "joint") throw Refused.of(refuse("not_lead"));
    const lastRound = await readLastRound(tx, ref.id, rules);
    const { state } = assignment;
    const fault = findClosingFault({ ...input, state, lastRound, feedbackRequired: rules.feedback.required });
    if (fault) throw Refused.of(fault);
    await insertClosing(tx, { assignmentId: ref.id, ...input, closedBy: ctx.actor.id, closedAt: at });
    return { patch: { state: "closed" }, after: input };
  });
}
