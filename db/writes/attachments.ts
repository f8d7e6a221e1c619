import { eq } from "drizzle-orm";
import type { Transaction } from "../open.ts";
import { attachments } from "../schema/files.ts";

export async function insertAttachment(tx: Transaction, row: typeof attachments.$inferInsert): Promise<void> {
  await tx.insert(attachments).values(row);
}

export async function markAttachmentRemoved(tx: Transaction, id: string, removedAt: string): Promise<void> {
  await tx.update(attachments).set({ removedAt }).where(eq(attachments.id, id));
}
