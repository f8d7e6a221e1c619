import { sql, type SQL } from "drizzle-orm";
import type { Database, Reader, Transaction } from "./open.ts";
import { withSnapshot } from "./snapshot.ts";
import { writeTransaction } from "./transaction.ts";

/** Of one row of a table, named by these columns, what it would say instead. */
export type Overlay = {
  readonly table: string;
  readonly key: Readonly<Record<string, string | number>>;
  readonly set: Readonly<Record<string, string | number | null>>;
};

const name = (word: string): SQL => sql`${sql.identifier(word)}`;
/** A view takes no parameters. */
const literal = (value: string | number | null): SQL =>
  sql.raw(value === null ? "null" : typeof value === "number" ? String(value) : `'${value.replaceAll("'", "''")}'`);

function column(word: string, { key, set }: Overlay): SQL {
  const value = set[word];
  if (value === undefined) return name(word);
  const isIt = Object.entries(key).map(([own, is]) => sql`${name(own)} = ${literal(is)}`);
  return sql`case when ${sql.join(isIt, sql` and `)} then ${literal(value)} else ${name(word)} end as ${name(word)}`;
}

async function cover(reader: Reader, overlay: Overlay): Promise<void> {
  const { table } = overlay;
  const columns = await reader.all<{ name: string }>(sql`select name from pragma_table_info(${table}, 'main')`);
  const words = columns.map((item) => column(item.name, overlay));
  await reader.all(sql`create temp view ${name(table)} as select ${sql.join(words, sql`, `)} from main.${name(table)}`);
}

/** Carries an answer out of a transaction that must leave nothing behind. */
class Undone<T> extends Error {
  override name = "Undone";
  readonly value: T;

  constructor(value: T) {
    super("Undone");
    this.value = value;
  }
}

async function change(tx: Transaction, { table, key, set }: Overlay): Promise<void> {
  const of = (row: Overlay["set"]) => Object.entries(row).map(([word, value]) => sql`${name(word)} = ${value}`);
  const isIt = sql.join(of(key), sql` and `);
  await tx.run(sql`update ${name(table)} set ${sql.join(of(set), sql`, `)} where ${isIt}`);
}

/** A server gives no connection of one's own: there the rows are changed, and changed back. */
async function withUndone<T>(db: Database, overlays: readonly Overlay[], work: (reader: Reader) => Promise<T>) {
  try {
    return await writeTransaction(db, async (tx): Promise<T> => {
      for (const overlay of overlays) await change(tx, overlay);
      throw new Undone(await work(tx));
    });
  } catch (error) {
    if (error instanceof Undone) return error.value as T;
    throw error;
  }
}

/**
 * Reads the database as it would be with these rows changed, and this motion noted as changed. Nothing is written and
 * nobody waits: the rows are covered by views of this connection's own, which go with its read transaction.
 */
export async function withOverlay<T>(
  db: Database,
  changedMotion: string,
  overlays: readonly Overlay[],
  work: (reader: Reader) => Promise<T>,
): Promise<T> {
  if (db.$client.protocol !== "file") return await withUndone(db, overlays, work);
  return await withSnapshot(db, async (reader) => {
    for (const overlay of overlays) await cover(reader, overlay);
    await reader.all(
      sql`create temp view motion_changes as select seq, motion_id from main.motion_changes where motion_id <> ${literal(changedMotion)}
          union all select coalesce(max(seq), 0) + 1, ${literal(changedMotion)} from main.motion_changes`,
    );
    return await work(reader);
  });
}
