import { desc } from "drizzle-orm";
import type { Reader } from "../open.ts";
import { columnMappings } from "../schema/imports.ts";

export type ColumnMappingRow = typeof columnMappings.$inferSelect;

/** More ways of heading a table than one office ever has. */
const MOST = 500;

/** What was chosen before, newest first. */
export async function listColumnMappings(reader: Reader): Promise<ColumnMappingRow[]> {
  return await reader.select().from(columnMappings).orderBy(desc(columnMappings.savedAt)).limit(MOST);
}
