import { cp, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { createTestHarness } from "wrangler";
import { openDatabase } from "#db/open.ts";
import type { LocalDatabase } from "#functions/edge/local-database.ts";
import { prepareDatabaseFile, startLocalDatabase } from "#functions/edge/local-database.ts";
import { layOutEdge } from "#functions/edge/lay-out.ts";
import { SITE, findCurrent, releasesFolder } from "#release/folders.ts";
import { SYSTEM_ACTOR } from "#services/accounts/system-actor.ts";
import { TEST_KEYRING } from "../app.ts";
import { startRealClock } from "../clock.ts";
import { startFaultyLine } from "./faulty-line.ts";
import type { FaultyLine } from "./faulty-line.ts";
import type { Home, HomeBase } from "./home.ts";
import { ORIGIN, toApp, toRequest } from "./home.ts";
import type { Receiver } from "./receiver.ts";
import { GATEWAY_SECRET, HOOK_TOKEN, startReceiver } from "./receiver.ts";

export type EdgeHome = Home & {
  readonly database: LocalDatabase;
  /** Between the Worker and its database. */
  readonly line: FaultyLine;
  /** What wakes the builder of releases, and what sends messages. */
  readonly hook: Receiver;
  readonly gateway: Receiver;
  readonly runCron: () => Promise<void>;
  /** What the Worker logged since the last time. */
  readonly takeLogs: () => string[];
};

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** The Worker with its limits is three modules. */
const MODULES = 'find_additional_modules = true\nrules = [{ type = "ESModule", globs = ["**/*.mjs"] }]\n';

/** So that whatever may be put together or cut is. */
const TIGHT = { files: 1, fileBytes: 100_000 };

async function layOut(folder: string, site: string): Promise<void> {
  const { main: config } = await layOutEdge({ folder, site, base: "", limits: TIGHT });
  await writeFile(config, `${MODULES}${await readFile(config, "utf8")}`);
  const worker = join(folder, "dist", "edge", "worker");
  await rename(join(worker, "worker.js"), join(worker, "huiyin.mjs"));
  await cp(here("limits.mjs"), join(worker, "limits.mjs"));
  await cp(here("limited-worker.js"), join(worker, "worker.js"));
}

/** A Worker has 128 MB; here that holds for what JavaScript allocates, and workerd ends at once where it does not. */
const MEMORY = "--max-heap-size=128";

async function listenInMemory<T>(listen: () => Promise<T>): Promise<T> {
  process.env["MINIFLARE_WORKERD_V8_FLAGS"] = MEMORY;
  try {
    return await listen();
  } finally {
    delete process.env["MINIFLARE_WORKERD_V8_FLAGS"];
  }
}

/** The site that readers would see now, as plain files. */
export async function currentSite(dataFolder: string): Promise<string> {
  return join(releasesFolder(dataFolder), (await findCurrent(dataFolder)) ?? "", SITE);
}

/**
 * The built Worker in workerd, as wrangler.toml describes it, within the limits of production; its database libSQL's own server
 * over HTTP. Its clock is the machine's.
 */
export async function openEdgeHome({ world, dataFolder }: HomeBase): Promise<EdgeHome> {
  process.env["CLOUDFLARE_CF_FETCH_ENABLED"] = "false";
  process.env["WRANGLER_SEND_METRICS"] = "false";
  const folder = await mkdtemp(join(tmpdir(), "huiyin-edge-"));
  await world.db.run(sql`vacuum into ${await prepareDatabaseFile(join(folder, "db"))}`);
  const [database] = await Promise.all([
    startLocalDatabase(join(folder, "db")),
    layOut(folder, await currentSite(dataFolder)),
  ]);
  const line = await startFaultyLine(new URL(database.url));
  const [hook, gateway] = await Promise.all([startReceiver(), startReceiver()]);
  const harness = createTestHarness({
    root: folder,
    workers: [
      {
        configPath: "./wrangler.toml",
        vars: {
          SITE_URL: ORIGIN,
          DATABASE_URL: line.url,
          DEPLOY_HOOK_URL: hook.url,
          HUIYIN_GATEWAY_URL: gateway.url,
        },
        secrets: {
          HUIYIN_SECRET: `test:${"A".repeat(43)}`,
          DEPLOY_HOOK_TOKEN: HOOK_TOKEN,
          HUIYIN_GATEWAY_SECRET: GATEWAY_SECRET,
        },
      },
      { configPath: "./dist/edge/pdf-reader/wrangler.toml" },
    ],
  });
  const url = await listenInMemory(async () => (await harness.listen()).url.origin);
  const db = openDatabase(database.url);
  const clock = startRealClock();
  const contextOf: Home["contextOf"] = (actor) => ({ db, actor, now: clock.now, keyring: TEST_KEYRING });
  const request = toRequest(url);
  return {
    ...world,
    name: "edge",
    url,
    request,
    app: toApp(request),
    api: world.app,
    db,
    clock,
    contextOf,
    system: contextOf(SYSTEM_ACTOR),
    database,
    line,
    hook,
    gateway,
    runCron: async () => void (await harness.getWorker().scheduled({ cron: "* * * * *", scheduledTime: clock.now() })),
    takeLogs: () => {
      const logs = harness.getLogs().map(({ message }) => message);
      harness.clearLogs();
      return logs;
    },
    close: async () => {
      await harness.close();
      await Promise.all([line.close(), hook.close(), gateway.close()]);
      db.$client.close();
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
