import { sql } from "drizzle-orm";
import journal from "../migrations/meta/_journal.json" with { type: "json" };
import type { Reader } from "../open.ts";

/** Whether the schema is the one this code was written for. Throws where the database cannot be read. */
export async function isMigrated(reader: Reader): Promise<boolean> {
  const table = await reader.get<{ name: string } | undefined>(
    sql`select name from sqlite_master where type = 'table' and name = '__drizzle_migrations'`,
  );
  if (!table) return false;
  const row = await reader.get<{ last: number | null }>(sql`select max(created_at) as last from __drizzle_migrations`);
  return row.last === (journal.entries.at(-1)?.when ?? null);
}
