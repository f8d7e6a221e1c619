import { sql } from "drizzle-orm";
import type { Reader } from "../open.ts";

/** What keeps rows of the audit as they are; migrations/0001 made them. */
export const AUDIT_GUARDS: Readonly<Record<string, string>> = {
  audit_no_update:
    "CREATE TRIGGER `audit_no_update` BEFORE UPDATE ON `audit` BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END",
  audit_no_delete:
    "CREATE TRIGGER `audit_no_delete` BEFORE DELETE ON `audit` BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END",
  audit_next_only:
    "CREATE TRIGGER `audit_next_only` BEFORE INSERT ON `audit` WHEN NEW.`seq` <> (SELECT coalesce(max(`seq`), 0) + 1 FROM `audit`) BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END",
};

const oneLine = (text: string) => text.replaceAll(/\s+/g, " ").trim();

/** Names of the guards that are gone or say something else now. */
export async function listLostGuards(reader: Reader): Promise<string[]> {
  const rows = await reader.all<{ name: string; sql: string }>(
    sql`select name, sql from sqlite_master where type = 'trigger' and tbl_name = 'audit'`,
  );
  const found = new Map(rows.map((row) => [row.name, oneLine(row.sql)]));
  return Object.entries(AUDIT_GUARDS).flatMap(([name, text]) => (found.get(name) === text ? [] : [name]));
}
