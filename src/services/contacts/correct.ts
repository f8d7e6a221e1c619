import { findContact } from "#db/reads/contacts.ts";
import { updateContact } from "#db/writes/contacts.ts";
import type { AssignmentRef } from "../assignments/change-assignment.ts";
import { changeAssignment } from "../assignments/change-assignment.ts";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import type { ContactInput } from "./contact-input.ts";
import { checkContact } from "./contact-input.ts";

/** 更正沟通记录: whole, under its number. */
export async function correctContact(
  ctx: Context,
  ref: AssignmentRef,
  seq: number,
  input: ContactInput,
): Promise<void> {
  await changeAssignment(ctx, { action: "contact.correct", roles: ["unit", "office"] }, ref, async (change) => {
    const before = await findContact(change.tx, ref.id, seq);
    if (!before) throw new NotFound("这条沟通记录");
    checkContact(change, input);
    const by = { recordedBy: ctx.actor.id, recordedAt: change.at };
    await updateContact(change.tx, ref.id, seq, { ...input, ...by });
    return { before, after: { seq, ...input } };
  });
}
