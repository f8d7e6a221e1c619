import { z } from "zod";
import { listPrivateContacts } from "#db/reads/overrides.ts";
import { dropPrivateContacts } from "#db/writes/column-mappings.ts";
import { writeTransaction } from "#db/transaction.ts";
import { contactKey } from "#domain/motion/private-contact.ts";
import { recordAudit } from "../audit.ts";
import type { Context } from "../context.ts";
import { Forbidden, NotFound } from "../errors.ts";
import { hashOf } from "../hash.ts";

export const PrivateContactInput = z.strictObject({
  contact: z.string().trim().min(6, "请填写完整的电话或邮箱").max(100, "请填写一个电话或邮箱"),
});
export type PrivateContactInput = z.infer<typeof PrivateContactInput>;

/**
 * Takes out a contact that a table gave as a deputy's own and that is none, however it was written. Contacts are never listed,
 * so it is named by whoever met it in a letter. Throws NotFound where the gate does not know it.
 */
export async function removePrivateContact(ctx: Context, { contact }: PrivateContactInput): Promise<void> {
  if (ctx.actor.role !== "admin" && ctx.actor.role !== "office") throw new Forbidden();
  await writeTransaction(ctx.db, async (tx) => {
    const key = contactKey(contact);
    const same = (await listPrivateContacts(tx)).filter((item) => contactKey(item) === key);
    if (same.length === 0) throw new NotFound("这个代表、委员联系方式");
    await dropPrivateContacts(tx, same);
    // The contact itself may be somebody's after all: the audit, which is never pruned, holds but a hash with its instant.
    const beforeHash = hashOf([same, ctx.now().toISOString()]);
    await recordAudit(tx, ctx, {
      action: "private_contact.remove",
      object: "private_contact:one",
      beforeHash,
      afterHash: null,
    });
  });
}
