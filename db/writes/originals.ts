import type { Transaction } from "../open.ts";
import { originals } from "../schema/files.ts";

export async function insertOriginal(tx: Transaction, row: typeof originals.$inferInsert): Promise<void> {
  await tx.insert(originals).values(row);
}
