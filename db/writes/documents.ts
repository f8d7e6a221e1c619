import { eq, sql } from "drizzle-orm";
import type { Transaction } from "../open.ts";
import { documents } from "../schema/documents.ts";

export type DocumentPatch = Partial<Omit<typeof documents.$inferInsert, "slug" | "version">>;

/** Changes the document and bumps its version. */
export async function updateDocument(tx: Transaction, slug: string, patch: DocumentPatch): Promise<void> {
  await tx
    .update(documents)
    .set({ ...patch, version: sql`${documents.version} + 1` })
    .where(eq(documents.slug, slug));
}

export async function putDocument(tx: Transaction, row: typeof documents.$inferInsert): Promise<void> {
  await tx
    .insert(documents)
    .values(row)
    .onConflictDoUpdate({ target: documents.slug, set: { ...row, version: sql`${documents.version} + 1` } });
}
