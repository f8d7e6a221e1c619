import { spawn } from "node:child_process";
import { readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listRunningReleases } from "#db/reads/releases.ts";
import { leases } from "#db/schema/operations.ts";
import { findCurrent, listReleases, partsFolder, readManifest, releasesFolder } from "#release/folders.ts";
import { storeName } from "#release/assemble/parts.ts";
import { fetchFromFolder, verifyRelease } from "#release/seal/verify-release.ts";
import { verifyAudit } from "#services/audit-verify.ts";
import { runReleases } from "#services/releases/run.ts";
import { makeSmallCity, siteOf, type SmallCity } from "./support/small-city.ts";

/** `HUIYIN_KILLS=300 npx vitest …` looks further. */
const KILLS = Number(process.env["HUIYIN_KILLS"] ?? 20);
const CHILD = fileURLToPath(new URL("support/release-child.ts", import.meta.url));
/** A little more than one release takes: kills fall anywhere in it. */
const LONGEST_MS = 700;

let city: SmallCity;
let motion: string;
beforeAll(async () => {
  city = await makeSmallCity(6, 1);
  const row = await city.db.get<{ id: string }>(
    sql`select motion_id as id from assignments a join replies r on r.assignment_id = a.id where r.publication = 'published' limit 1`,
  );
  motion = row.id;
});
afterAll(async () => await city.remove());

async function runAndKill(after: number): Promise<void> {
  const child = spawn(process.execPath, [CHILD, city.dataFolder, motion], { stdio: ["ignore", "pipe", "inherit"] });
  await new Promise((resolve) => child.stdout.once("data", resolve));
  await new Promise((resolve) => setTimeout(resolve, after));
  const over = new Promise((resolve) => child.once("close", resolve));
  child.kill("SIGKILL");
  await over;
  // A holder that died is forgotten after thirty seconds; here at once.
  await city.db.delete(leases);
}

async function expectWhole(): Promise<void> {
  if ((await findCurrent(city.dataFolder)) === undefined) return;
  expect(await verifyRelease(fetchFromFolder(await siteOf(city.dataFolder)))).toMatchObject({ ok: true });
}

describe("a process that is killed while it releases", { timeout: 20_000 * KILLS }, () => {
  it("leaves a whole release, a whole audit, and nothing behind after the next start", async () => {
    for (let kill = 0; kill < KILLS; kill++) {
      await runAndKill((LONGEST_MS * kill) / KILLS);
      await expectWhole();
      expect(await verifyAudit(city.db)).toMatchObject({ ok: true });
    }
    await runReleases(
      { ...city.ctx, now: () => new Date() },
      { dataFolder: city.dataFolder, origin: "", base: "", keep: 2 },
    );
    await expectWhole();
    expect(await listRunningReleases(city.db)).toEqual([]);
    const names = await readdir(releasesFolder(city.dataFolder));
    expect(names.filter((name) => name.endsWith(".tmp"))).toEqual([]);
    const manifests = await Promise.all(
      (await listReleases(city.dataFolder)).map(async (id) => await readManifest(city.dataFolder, id)),
    );
    const used = new Set(manifests.flatMap((item) => item?.parts ?? []).map(({ name, root }) => storeName(name, root)));
    const stored = (await readdir(partsFolder(city.dataFolder))).map((name) => name.replace(/\.(?:json|grams)$/, ""));
    expect(stored.filter((name) => !used.has(name))).toEqual([]);
  });
});
