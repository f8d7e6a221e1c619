import { findContact } from "#db/reads/contacts.ts";
import { deleteContactRow } from "#db/writes/contacts.ts";
import { isInHandling } from "#domain/assignment/stages.ts";
import { refuse } from "#domain/handling/refusal.ts";
import type { AssignmentRef } from "../assignments/change-assignment.ts";
import { changeAssignment } from "../assignments/change-assignment.ts";
import type { Context } from "../context.ts";
import { NotFound, Refused } from "../errors.ts";

/** 删除沟通记录 that was entered by mistake; the audit keeps the hash of what it said. */
export async function deleteContact(ctx: Context, ref: AssignmentRef, seq: number): Promise<void> {
  await changeAssignment(ctx, { action: "contact.delete", roles: ["unit", "office"] }, ref, async (change) => {
    const before = await findContact(change.tx, ref.id, seq);
    if (!before) throw new NotFound("这条沟通记录");
    if (!isInHandling(change.assignment.state)) throw Refused.of(refuse("wrong_state"));
    await deleteContactRow(change.tx, ref.id, seq);
    return { before, after: null };
  });
}
