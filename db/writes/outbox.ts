import { eq } from "drizzle-orm";
import type { Transaction } from "../open.ts";
import { outbox } from "../schema/aftercare.ts";

export async function insertOutbox(tx: Transaction, row: typeof outbox.$inferInsert): Promise<void> {
  await tx.insert(outbox).values(row);
}

export async function updateOutbox(
  tx: Transaction,
  id: string,
  patch: Partial<typeof outbox.$inferInsert>,
): Promise<void> {
  await tx.update(outbox).set(patch).where(eq(outbox.id, id));
}
