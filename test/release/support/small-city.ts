import { cp, mkdtemp, readFile, readdir, realpath, rm, stat } from "node:fs/promises";
import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { migrateDatabase } from "#db/migrate.ts";
import type { Database } from "#db/open.ts";
import { openDatabase } from "#db/open.ts";
import { growCity } from "#db/seed/grow-city.ts";
import { loadCity } from "#db/seed/load-city.ts";
import { loadDemoCity } from "#db/seed/load-demo-city.ts";
import { buildRelease, type Built } from "#release/build-release.ts";
import { findCurrent, releasesFolder, SITE } from "#release/folders.ts";
import type { ReleaseOrder } from "#release/order.ts";
import { ensureSystemActor } from "#services/accounts/system-actor.ts";
import type { Context } from "#services/context.ts";
import { TEST_KEYRING } from "#test/support/app.ts";

export type SmallCity = {
  readonly db: Database;
  readonly dataFolder: string;
  readonly ctx: Context;
  readonly remove: () => Promise<void>;
};

const AT = new Date("2026-06-01T02:00:00Z");

async function openCity(fill: (folder: string) => Promise<void>): Promise<SmallCity> {
  const dataFolder = await mkdtemp(join(tmpdir(), "huiyin-small-"));
  await fill(dataFolder);
  const db = openDatabase(`file:${join(dataFolder, "huiyin.db")}`);
  await migrateDatabase(db);
  const actor = await ensureSystemActor(db, AT);
  const ctx: Context = { db, actor, now: () => AT, keyring: TEST_KEYRING };
  const remove = async () => {
    db.$client.close();
    await rm(dataFolder, { recursive: true, force: true });
  };
  return { db, dataFolder, ctx, remove };
}

/** A city of `matters` over `years` in a folder of its own, with nothing released yet. */
export async function makeSmallCity(matters: number, years: number): Promise<SmallCity> {
  const city = await openCity(async () => undefined);
  await loadCity(city.ctx, growCity(matters, years), { aftercare: true });
  return city;
}

/** 云川市 as `npm start` loads it, with nothing released yet. */
export async function openDemoCity(): Promise<SmallCity> {
  const city = await openCity(async () => undefined);
  await loadDemoCity(city.ctx);
  return city;
}

/** The same city once more, with its releases and its key. */
export async function copySmallCity(city: SmallCity): Promise<SmallCity> {
  return await openCity(async (folder) => {
    await city.db.run(sql`vacuum into ${join(folder, "huiyin.db")}`);
    const releases = releasesFolder(city.dataFolder);
    if (!(await stat(releases).catch(() => undefined))) return;
    await cp(releases, releasesFolder(folder), { recursive: true, verbatimSymlinks: true });
    // The key that signed them goes on signing.
    await cp(join(city.dataFolder, "keys"), join(folder, "keys"), { recursive: true });
  });
}

let numbers = 0;

export async function release(city: SmallCity, order: Partial<ReleaseOrder> = {}): Promise<Built> {
  return await buildRelease({
    db: city.db,
    dataFolder: city.dataFolder,
    id: `r${String(++numbers).padStart(6, "0")}`,
    origin: "https://huiyin.example",
    base: "",
    createdAt: AT.toISOString(),
    assertHeld: async () => undefined,
    onStep: async () => undefined,
    ...order,
  });
}

export async function siteOf(dataFolder: string): Promise<string> {
  const current = await findCurrent(dataFolder);
  if (current === undefined) throw new Error("No release");
  return join(releasesFolder(dataFolder), current, SITE);
}

const OF_THE_RELEASE = [".well-known/huiyin-release.json", ".well-known/huiyin-receipts.json"];

/** Every file that a reader can get, with the hash of its bytes; what is said of the release itself is left out. */
export async function hashSite(folder: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  const walk = async (inside: string): Promise<void> => {
    const real = await realpath(join(folder, inside));
    for (const entry of await readdir(real, { withFileTypes: true })) {
      const path = inside === "" ? entry.name : `${inside}/${entry.name}`;
      const isFolder = (await stat(join(folder, path))).isDirectory();
      if (isFolder) await walk(path);
      else if (!OF_THE_RELEASE.includes(path))
        found[path] = createHash("sha256")
          .update(await readFile(join(folder, path)))
          .digest("hex");
    }
  };
  await walk("");
  return found;
}
