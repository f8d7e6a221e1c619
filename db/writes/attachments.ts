import { eq } from "drizzle-orm";
import type { Transaction } from "../open.ts";
import { attachments } from "../schema/files.ts";

export async function insertAttachment(tx: Transaction, row: typeof attachments.$inferInsert): Promise<void> {
  await tx.insert(attachments).values(row);
}

/** Taken out of this edition and those after it; the editions before keep it. */
export async function markAttachmentRemoved(
  tx: Transaction,
  id: string,
  removed: { readonly removedAt: string; readonly removedInEdition: number },
): Promise<void> {
  await tx.update(attachments).set(removed).where(eq(attachments.id, id));
}
