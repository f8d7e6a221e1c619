import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { migrate } from "drizzle-orm/libsql/migrator";
import type { Database } from "./open.ts";
import { retryBusy } from "./transaction.ts";
import { watchChanges } from "./watch-changes.ts";

const folder = fileURLToPath(new URL("./migrations", import.meta.url));

/** Brings the schema up to date; does nothing when it is. */
export async function migrateDatabase(db: Database): Promise<void> {
  // Readers go on while one writes. Kept in the file; a server over HTTP decides for itself.
  if (db.$client.protocol === "file") await retryBusy(async () => await db.run(sql`pragma journal_mode = wal`));
  await retryBusy(async () => await migrate(db, { migrationsFolder: folder }));
  await retryBusy(async () => await watchChanges(db));
}
