import type { Transaction } from "../open.ts";
import { audit } from "../schema/operations.ts";

export async function appendAuditRow(tx: Transaction, row: typeof audit.$inferInsert): Promise<void> {
  await tx.insert(audit).values(row);
}
