import type { Transaction } from "../open.ts";
import { audit } from "../schema/operations.ts";
import { insertOnce } from "../write-once.ts";

const insertRow = insertOnce(audit);

export async function appendAuditRow(tx: Transaction, row: typeof audit.$inferInsert): Promise<void> {
  await insertRow(tx, row);
}
