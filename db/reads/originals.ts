import { and, asc, eq } from "drizzle-orm";
import type { Reader } from "../open.ts";
import { originals } from "../schema/files.ts";

export type OriginalRow = typeof originals.$inferSelect;

/** The Word files that the letters of a reply were read from, first to last. */
export async function listOriginalRows(reader: Reader, assignmentId: string): Promise<OriginalRow[]> {
  return await reader
    .select()
    .from(originals)
    .where(eq(originals.assignmentId, assignmentId))
    .orderBy(asc(originals.keptAt), asc(originals.id));
}

/** Is this very file there already? */
export async function hasOriginal(reader: Reader, assignmentId: string, sha256: string): Promise<boolean> {
  const same = and(eq(originals.assignmentId, assignmentId), eq(originals.sha256, sha256));
  return (await reader.$count(originals, same)) > 0;
}
