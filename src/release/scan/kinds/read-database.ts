import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient, type Client, type Value } from "@libsql/client";
import { isWhole, readFreeSpace } from "./free-space.ts";

const MAGIC = "SQLite format 3\0";
const ROWS = 1000;
const quote = (name: string) => `"${name.replaceAll('"', '""')}"`;

export function isDatabase(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, MAGIC.length)).toString("latin1") === MAGIC;
}

export type Cell = string | Uint8Array;

function* toCells(values: Iterable<Value | undefined>): Generator<Cell> {
  for (const value of values) {
    if (value instanceof ArrayBuffer) yield new Uint8Array(value);
    else if (value !== null && value !== undefined) yield String(value);
  }
}

async function* readTable(client: Client, name: string): AsyncGenerator<Cell[]> {
  for (let from = 0; ; from += ROWS) {
    const { rows } = await client.execute(`select * from ${quote(name)} limit ${ROWS} offset ${from}`);
    yield rows.flatMap((row) => [...toCells(Object.values(row))]);
    if (rows.length < ROWS) return;
  }
}

async function* readTables(path: string, client: Client): AsyncGenerator<Cell[]> {
  const [check] = (await client.execute("pragma quick_check")).rows;
  if (check?.["quick_check"] !== "ok") throw new Error(`Failed to scan ${path}: it is damaged`);
  const [encoding] = (await client.execute("pragma encoding")).rows;
  if (encoding?.["encoding"] !== "UTF-8") throw new Error(`Failed to scan ${path}: its texts are not in UTF-8`);
  const [free] = (await client.execute("pragma freelist_count")).rows;
  if (Number(free?.["freelist_count"]) > 0) throw new Error(`Failed to scan ${path}: it holds pages that were deleted`);
  const { rows } = await client.execute("select type, name, sql from sqlite_master");
  for (const { type, name, sql } of rows) {
    yield [...toCells([sql])];
    if (type === "table" && typeof name === "string") yield* readTable(client, name);
  }
}

/** Every value of every table, the definitions, and what was deleted and still lies in the pages, many at a time. Throws where it cannot be opened. */
export async function* readDatabase(path: string, bytes: Uint8Array): AsyncGenerator<Cell[]> {
  if (!isWhole(bytes)) throw new Error(`Failed to scan ${path}: it is cut off, or something lies behind its end`);
  const folder = await mkdtemp(join(tmpdir(), "huiyin-scan-"));
  try {
    await writeFile(join(folder, "a.db"), bytes, { mode: 0o600 });
    const client = createClient({ url: `file:${join(folder, "a.db")}`, intMode: "bigint" });
    try {
      yield* readTables(path, client);
    } finally {
      client.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  for (const block of readFreeSpace(bytes)) yield [block];
}
