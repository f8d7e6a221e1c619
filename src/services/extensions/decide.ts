import { z } from "zod";
import { listExtensions } from "#db/reads/extensions.ts";
import { updateExtension } from "#db/writes/extensions.ts";
import { isInHandling } from "#domain/assignment/stages.ts";
import { DECISIONS } from "#domain/contact/contact-kinds.ts";
import { refuse } from "#domain/handling/refusal.ts";
import type { AssignmentRef } from "../assignments/change-assignment.ts";
import { changeAssignment } from "../assignments/change-assignment.ts";
import { Reason } from "../motions/reason.ts";
import type { Context } from "../context.ts";
import { Invalid, Refused } from "../errors.ts";

export const DecideExtensionInput = z.strictObject({
  decision: z.enum(DECISIONS),
  /** Why not; the unit reads it. */
  reason: Reason.optional(),
});
export type DecideExtensionInput = z.infer<typeof DecideExtensionInput>;

/** 审批延期 by the office, by someone else than whoever asked. Granted, the date of the answer moves, never to an earlier day. */
export async function decideExtension(ctx: Context, ref: AssignmentRef, input: DecideExtensionInput): Promise<void> {
  await changeAssignment(ctx, { action: "extension.decide", roles: ["office"] }, ref, async (change) => {
    const { tx, assignment, at } = change;
    const open = (await listExtensions(tx, ref.id)).findLast((row) => row.decision === null);
    if (!open) throw Refused.of(refuse("extension_missing"));
    if (!isInHandling(assignment.state)) throw Refused.of(refuse("wrong_state"));
    if (open.requestedBy === ctx.actor.id) throw Refused.of(refuse("extension_second_person"));
    const { decision, reason: decisionReason } = input;
    if (decision === "refused" && decisionReason === undefined) {
      const message = "不批准延期的，应当写明理由";
      throw new Invalid(message, [{ path: "reason", message }]);
    }
    await updateExtension(tx, open, {
      decision,
      decisionReason: decisionReason ?? null,
      decidedBy: ctx.actor.id,
      decidedAt: at,
    });
    const isLater = assignment.dueOn === null || open.newDueOn > assignment.dueOn;
    return { patch: decision === "granted" && isLater ? { dueOn: open.newDueOn } : {}, before: open, after: input };
  });
}
