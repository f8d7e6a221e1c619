import type { Client } from "@libsql/client";
import type { LibSQLDatabase } from "drizzle-orm/libsql";
import { drizzle } from "drizzle-orm/libsql";
import { createClient } from "#db/client.ts";
import { fetchWhole } from "./remote-fetch.ts";

export type Database = LibSQLDatabase & { $client: Client };
/** A transaction, or the database itself where one statement is enough. */
export type Reader = Pick<Database, "select" | "selectDistinct" | "all" | "get" | "$count">;
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

/** `file:` on one machine, `http(s):` or `libsql:` for a server. */
export function openDatabase(url: string, authToken?: string): Database {
  const client = createClient({ url, fetch: fetchWhole, ...(authToken ? { authToken } : {}) });
  return drizzle(client);
}
