import { sql } from "drizzle-orm";
import type { Transaction } from "../open.ts";
import { documents } from "../schema/documents.ts";

export async function putDocument(tx: Transaction, row: typeof documents.$inferInsert): Promise<void> {
  await tx
    .insert(documents)
    .values(row)
    .onConflictDoUpdate({ target: documents.slug, set: { ...row, version: sql`${documents.version} + 1` } });
}
