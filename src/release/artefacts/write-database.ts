import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Cell, Column } from "./data-table.ts";

export type DatabaseTable = {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>;
};

const TYPES = { string: "TEXT", integer: "INTEGER", number: "REAL", boolean: "INTEGER", date: "TEXT" } as const;
const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;

async function fill(db: DatabaseSync, { name, columns, rows }: DatabaseTable): Promise<void> {
  const defined = columns.map(({ key, type }) => `${quote(key)} ${TYPES[type]}`);
  db.exec(`CREATE TABLE ${quote(name)} (${defined.join(", ")}) STRICT`);
  const insert = db.prepare(`INSERT INTO ${quote(name)} VALUES (${columns.map(() => "?").join(", ")})`);
  for await (const row of rows) insert.run(...columns.map((_, at) => row[at] ?? null));
}

function describe(db: DatabaseSync, tables: readonly DatabaseTable[]): void {
  db.exec(
    "CREATE TABLE dictionary (table_name TEXT, table_title TEXT, column_name TEXT, title TEXT, meaning TEXT) STRICT",
  );
  const insert = db.prepare("INSERT INTO dictionary VALUES (?, ?, ?, ?, ?)");
  for (const { name, title, columns } of tables) {
    for (const column of columns) insert.run(name, title, column.key, column.name, column.meaning);
  }
}

/** SQLITE_VERSION_NUMBER of the library that wrote last (file format §1.3, offset 96): no matter of the data. */
const WRITER = { at: 96, version: 3_040_000 };

/**
 * A SQLite file of these tables and what their columns mean. Equal rows, equal bytes: it has no clock, is written in one
 * go, and does not say which version of SQLite wrote it.
 */
export async function writeDatabase(tables: readonly DatabaseTable[]): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), "huiyin-data-"));
  try {
    const file = join(folder, "data.sqlite");
    const db = new DatabaseSync(file);
    try {
      db.exec("PRAGMA journal_mode = OFF; PRAGMA page_size = 4096; BEGIN");
      for (const table of tables) await fill(db, table);
      describe(db, tables);
      db.exec("COMMIT");
    } finally {
      db.close();
    }
    const bytes = await readFile(file);
    bytes.writeUInt32BE(WRITER.version, WRITER.at);
    return bytes;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
