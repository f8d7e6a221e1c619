import { eq } from "drizzle-orm";
import type { Reader } from "../open.ts";
import { documents } from "../schema/documents.ts";

export type DocumentRow = typeof documents.$inferSelect;

export async function findDocument(reader: Reader, slug: string): Promise<DocumentRow | undefined> {
  return await reader.select().from(documents).where(eq(documents.slug, slug)).get();
}
