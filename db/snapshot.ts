import type { Client } from "@libsql/client";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/libsql";
import { pathToFileURL } from "node:url";
import { type Database, openDatabase, type Reader } from "./open.ts";

export type Snapshot = { readonly reader: Reader; readonly close: () => void };

async function openSnapshot(db: Database): Promise<Snapshot> {
  const transaction = await db.$client.transaction("read");
  // A transaction takes statements as a client does; drizzle asks for no more than `execute` here.
  return { reader: drizzle(transaction as unknown as Client), close: () => transaction.close() };
}

/**
 * Runs `work` over the database as it is now: what others write meanwhile is not seen. On a file this is one read
 * transaction, however long. A server ends a transaction that idles, so there `work` reads what is there at the moment,
 * and whoever needs more compares the change number before and after.
 */
export async function withSnapshot<T>(db: Database, work: (reader: Reader) => Promise<T>): Promise<T> {
  if (db.$client.protocol !== "file") return await work(db);
  const { reader, close } = await openSnapshot(db);
  try {
    return await work(reader);
  } finally {
    close();
  }
}

/** Address of the file that is read here; undefined for a server and for a database in memory. */
export async function findFileOf(db: Database, reader: Reader): Promise<string | undefined> {
  if (db.$client.protocol !== "file") return undefined;
  const [main] = await reader.all<{ file: string }>(sql`PRAGMA database_list`);
  return main?.file ? pathToFileURL(main.file).href : undefined;
}

/** A snapshot over a connection of its own; the caller closes it. */
export async function openOwnSnapshot(url: string): Promise<Snapshot> {
  const db = openDatabase(url);
  const { reader, close } = await openSnapshot(db);
  return {
    reader,
    close: () => {
      close();
      db.$client.close();
    },
  };
}
