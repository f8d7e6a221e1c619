import { asc, eq } from "drizzle-orm";
import type { Reader } from "../open.ts";
import { extensions } from "../schema/handling.ts";

export type ExtensionRow = typeof extensions.$inferSelect;

export async function listExtensions(reader: Reader, assignmentId: string): Promise<ExtensionRow[]> {
  return await reader
    .select()
    .from(extensions)
    .where(eq(extensions.assignmentId, assignmentId))
    .orderBy(asc(extensions.seq));
}
