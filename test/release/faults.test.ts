import fs from "node:fs";
import { readdir } from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { releasesFolder, removeUnfinished } from "#release/folders.ts";
import { fetchFromFolder, verifyRelease } from "#release/seal/verify-release.ts";
import { applyEdit } from "./support/edits.ts";
import { copySmallCity, hashSite, makeSmallCity, release, siteOf, type SmallCity } from "./support/small-city.ts";

/** `HUIYIN_FAULTS=1000 npx vitest …` tries every call. */
const POINTS = Number(process.env["HUIYIN_FAULTS"] ?? 12);

let base: SmallCity;
beforeAll(async () => {
  base = await makeSmallCity(6, 1);
  await release(base);
  await applyEdit(base.db, { kind: "retitle", pick: 1, word: "河岸绿道贯通" });
});
afterAll(async () => await base.remove());

const CALLS = ["writeFile", "mkdir", "rename", "symlink", "link", "open", "readFile", "rm"] as const;
type Call = (...args: readonly unknown[]) => Promise<unknown>;

/** The n-th file call that names the data folder fails as on a full disk. Returns how many there were. */
async function failAt(folder: string, n: number, work: () => Promise<unknown>): Promise<number> {
  const promises = fs.promises as unknown as Record<string, Call>;
  const real = new Map(CALLS.map((name) => [name, promises[name] as Call]));
  let calls = 0;
  for (const [name, call] of real) {
    promises[name] = async (...args) => {
      const isOurs = args.some((item) => typeof item === "string" && item.startsWith(folder));
      if (isOurs && ++calls === n)
        throw Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC" });
      return await call.apply(promises, [...args]);
    };
  }
  syncBuiltinESMExports();
  try {
    await work();
  } finally {
    for (const [name, call] of real) promises[name] = call;
    syncBuiltinESMExports();
  }
  return calls;
}

describe("a file call that fails", { timeout: 20_000 * POINTS }, () => {
  it("leaves the old release or the new one, whole, wherever it is", async () => {
    const old = await hashSite(await siteOf(base.dataFolder));
    const done = await copySmallCity(base);
    const total = await failAt(done.dataFolder, 0, async () => await release(done));
    const fresh = await hashSite(await siteOf(done.dataFolder));
    await done.remove();
    expect(total).toBeGreaterThan(50);
    expect(fresh).not.toEqual(old);
    const step = Math.ceil(total / POINTS);
    for (let n = 1; n <= total; n += step) {
      const city = await copySmallCity(base);
      const failed = await failAt(city.dataFolder, n, async () => await release(city)).then(
        () => false,
        () => true,
      );
      const site = await siteOf(city.dataFolder);
      const now = await hashSite(site);
      expect([old, fresh]).toContainEqual(now);
      if (failed) expect(now).toEqual(old);
      expect(await verifyRelease(fetchFromFolder(site))).toMatchObject({ ok: true });
      await removeUnfinished(city.dataFolder);
      await release(city);
      expect(await hashSite(await siteOf(city.dataFolder))).toEqual(fresh);
      const left = await readdir(releasesFolder(city.dataFolder));
      expect(left.filter((name) => name.endsWith(".tmp"))).toEqual([]);
      await city.remove();
    }
  });
});
