import { insertContact } from "#db/writes/contacts.ts";
import type { AssignmentRef } from "../assignments/change-assignment.ts";
import { changeAssignment } from "../assignments/change-assignment.ts";
import type { Context } from "../context.ts";
import type { ContactInput } from "./contact-input.ts";
import { checkContact } from "./contact-input.ts";

/** 登记沟通 by the unit, or by the office for it. */
export async function recordContact(ctx: Context, ref: AssignmentRef, input: ContactInput): Promise<void> {
  await changeAssignment(ctx, { action: "contact.record", roles: ["unit", "office"] }, ref, async (change) => {
    checkContact(change, input);
    const by = { recordedBy: ctx.actor.id, recordedAt: change.at };
    const seq = await insertContact(change.tx, { ...input, ...by, assignmentId: ref.id });
    return { after: { seq, ...input } };
  });
}
