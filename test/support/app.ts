import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { migrateDatabase } from "#db/migrate.ts";
import type { Database } from "#db/open.ts";
import { openDatabase } from "#db/open.ts";
import type { Actor, Role } from "#domain/handling/actor.ts";
import { readPdf } from "#exchange/attachment/read-pdf.ts";
import { createApi } from "#functions/app.ts";
import { openFolderStore } from "#functions/files/folder-store.ts";
import { loadRenderer } from "#release/render/renderer.ts";
import { createKey } from "#services/accounts/create-key.ts";
import type { FileStore } from "#services/attachments/file-store.ts";
import { parseKeyring } from "#services/secrets/keyring.ts";
import { ensureSystemActor } from "#services/accounts/system-actor.ts";
import type { Context } from "#services/context.ts";
import { seedCity } from "./city.ts";
import type { TestClock } from "./clock.ts";
import { startClock, startRealClock } from "./clock.ts";

/** The same in every test, so that keys open copies too. */
export const TEST_KEYRING = parseKeyring(`test:${"A".repeat(43)}`);

export type TestKey = { readonly token: string; readonly actor: Actor };

export type TestApp = {
  readonly app: ReturnType<typeof createApi>;
  readonly db: Database;
  readonly clock: TestClock;
  /** The system's context, for preparing what the test is not about. */
  readonly system: Context;
  /** A new person of this role with a key; two calls are two people. */
  readonly keyFor: (role: Role, unit?: string) => Promise<TestKey>;
  readonly contextOf: (actor: Actor) => Context;
  /** Where attachments lie; a copy starts with none. */
  readonly files: FileStore;
  /** How often the release runner was woken. */
  readonly pokes: () => number;
  /** Errors that were answered with 500. */
  readonly reports: readonly unknown[];
  readonly close: () => Promise<void>;
};

export type TestStart = {
  readonly from?: Pick<TestApp, "db" | "clock">;
  /** What stands in the database at the start; the test city unless something else is given. */
  readonly seed?: (ctx: Context) => Promise<void>;
  /** Where the clock starts. */
  readonly instant?: string;
  /** "real": the machine's, which cannot be moved. */
  readonly clock?: "test" | "real";
};

/** As it stands now; nobody else writes meanwhile. `vacuum into` would write every page anew, and there are many copies. */
async function copyDatabase(db: Database, to: string): Promise<void> {
  const [done] = await db.all<{ busy: number }>(sql`pragma wal_checkpoint(truncate)`);
  if (done?.busy !== 0) throw new Error("a database that somebody reads or writes cannot be copied");
  const [main] = await db.all<{ file: string }>(sql`select file from pragma_database_list where name = 'main'`);
  if (!main) throw new Error("the database has no file");
  await copyFile(main.file, to);
}

/**
 * The whole API over a real libSQL file in a folder of its own, with the test city in it;
 * or over a copy of what stands in `from` now, whose keys open it too.
 */
export async function openTestApp(start: TestStart = {}): Promise<TestApp> {
  const { from, seed = seedCity, instant } = start;
  const folder = await mkdtemp(join(tmpdir(), "huiyin-test-"));
  const file = join(folder, "huiyin.db");
  if (from) await copyDatabase(from.db, file);
  const db = openDatabase(`file:${file}`);
  await migrateDatabase(db);
  const clock = start.clock === "real" ? startRealClock() : startClock(from?.clock.now().toISOString() ?? instant);
  const contextOf = (actor: Actor): Context => ({ db, actor, now: clock.now, keyring: TEST_KEYRING });
  const system = contextOf(await ensureSystemActor(db, clock.now()));
  if (!from) await seed(system);
  let pokes = 0;
  let people = 0;
  const reports: unknown[] = [];
  const files = openFolderStore(join(folder, "files"));
  const app = createApi({
    db,
    now: clock.now,
    keyring: TEST_KEYRING,
    version: "test",
    files,
    readPdf,
    poke: () => pokes++,
    renderPage: async (locals) => await (await loadRenderer("")).render(locals),
    report: (error) => reports.push(error),
  });
  return {
    app,
    db,
    clock,
    system,
    contextOf,
    keyFor: async (role, unit) => {
      const name = `${role}-${++people}`;
      const { token, actor } = await createKey(system, { role, name, ...(unit ? { unit } : {}) });
      return { token, actor };
    },
    files,
    pokes: () => pokes,
    reports,
    close: async () => {
      db.$client.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
