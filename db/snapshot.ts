import type { Client } from "@libsql/client";
import { drizzle } from "drizzle-orm/libsql";
import type { Database, Reader } from "./open.ts";

/**
 * Runs `work` over the database as it is now: what others write meanwhile is not seen. On a file this is one read
 * transaction, however long. A server ends a transaction that idles, so there `work` reads what is there at the moment,
 * and whoever needs more compares the change number before and after.
 */
export async function withSnapshot<T>(db: Database, work: (reader: Reader) => Promise<T>): Promise<T> {
  if (db.$client.protocol !== "file") return await work(db);
  const transaction = await db.$client.transaction("read");
  try {
    // A transaction takes statements as a client does; drizzle asks for no more than `execute` here.
    return await work(drizzle(transaction as unknown as Client));
  } finally {
    transaction.close();
  }
}
