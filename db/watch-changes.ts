import { sql } from "drizzle-orm";
import type { Database } from "./open.ts";

/** Of a table that names its motion through another: what gives the motion of a row, `{row}` standing for NEW or OLD. */
const INDIRECT: Readonly<Record<string, string>> = {
  motions: "{row}.id",
  commitment_events:
    "(SELECT a.motion_id FROM commitments c JOIN assignments a ON a.id = c.assignment_id WHERE c.id = {row}.commitment_id)",
};
const OF_ASSIGNMENT = "(SELECT motion_id FROM assignments WHERE id = {row}.assignment_id)";
const PREFIX = "motion_changes_";

/** Stands for every motion there is. */
export const EVERY_MOTION = "*";
const noteEveryMotion = [
  `DELETE FROM motion_changes WHERE motion_id = '${EVERY_MOTION}'`,
  `INSERT INTO motion_changes (motion_id) VALUES ('${EVERY_MOTION}')`,
];

/** Tables that only repeat what others say (schema/ledger.ts, clocks.ts, tallies.ts), and the notes themselves. */
export const KEPT_BY_TRIGGERS: ReadonlySet<string> = new Set([
  "motion_changes",
  "ledger",
  "clocks",
  "motion_grams",
  "owed_replies",
]);

type Table = { readonly name: string; readonly columns: string };

function motionOf({ name, columns }: Table): string | undefined {
  const known = new Set(columns.split(","));
  if (KEPT_BY_TRIGGERS.has(name)) return undefined;
  if (INDIRECT[name]) return INDIRECT[name];
  if (known.has("motion_id")) return "{row}.motion_id";
  return known.has("assignment_id") ? OF_ASSIGNMENT : undefined;
}

/** Two statements, not one INSERT OR REPLACE: an outer OR clause would decide in its place (sqlite.org/lang_createtrigger). */
function note(motion: string, row: "NEW" | "OLD"): string {
  const id = motion.replaceAll("{row}", row);
  return `DELETE FROM motion_changes WHERE motion_id = ${id}; INSERT INTO motion_changes (motion_id) SELECT ${id} WHERE ${id} IS NOT NULL;`;
}

function triggersOf(table: Table): [name: string, sql: string][] {
  const motion = motionOf(table);
  if (motion === undefined) return [];
  const bodies = {
    insert: note(motion, "NEW"),
    update: note(motion, "OLD") + note(motion, "NEW"),
    delete: note(motion, "OLD"),
  };
  return Object.entries(bodies).map(([event, body]) => {
    const name = `${PREFIX}${table.name}_${event}`;
    return [name, `CREATE TRIGGER "${name}" AFTER ${event.toUpperCase()} ON "${table.name}" BEGIN ${body} END`];
  });
}

/**
 * Every row that belongs to a motion notes its motion in `motion_changes` whenever it is written, whoever writes it: a
 * release reads what changed since the last one and nothing else. Made from the tables that are there, so that a new
 * table, or one that a migration rebuilt without its triggers, is never forgotten.
 */
export async function watchChanges(db: Database): Promise<void> {
  const tables = await db.all<Table>(
    sql`select t.name as name, group_concat(c.name) as columns from pragma_table_list t join pragma_table_info(t.name) c
        where t.type = 'table' and t.schema = 'main' and t.name not like 'sqlite_%' group by t.name`,
  );
  const present = new Map(
    (
      await db.all<{ name: string; sql: string }>(
        sql`select name, sql from sqlite_master where type = 'trigger' and name like ${`${PREFIX}%`}`,
      )
    ).map((row) => [row.name, row.sql]),
  );
  const wanted = tables.flatMap(triggersOf).filter(([name, statement]) => present.get(name) !== statement);
  if (wanted.length === 0) return;
  const made = wanted.flatMap(([name, statement]) => [`DROP TRIGGER IF EXISTS "${name}"`, statement]);
  // What was written while one was missing is unknown.
  await db.$client.batch([...made, ...noteEveryMotion], "write");
}
