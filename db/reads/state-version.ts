import { sql } from "drizzle-orm";
import type { Reader } from "../open.ts";
import { audit } from "../schema/operations.ts";

/**
 * What changes with everything that is written: the number of the last act, and of the last note of a changed motion, which
 * triggers take of any write (watch-changes.ts). SQLite keeps the latter when the notes are taken away, so no state comes again.
 */
export async function readStateVersion(reader: Reader): Promise<string> {
  const row = await reader.get<{ acts: number; notes: number }>(sql`select
    (select coalesce(max(${audit.seq}), 0) from ${audit}) as acts,
    (select coalesce(max(seq), 0) from sqlite_sequence where name = 'motion_changes') as notes`);
  return `${row.acts}/${row.notes}`;
}
