import { deepEqual, equal, ok } from "node:assert/strict";
import { spawn } from "node:child_process";
import { readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { eq, sql } from "drizzle-orm";
import { findAuditHead } from "#db/reads/audit.ts";
import { listRunningReleases } from "#db/reads/releases.ts";
import { audit, leases } from "#db/schema/operations.ts";
import { storeName } from "#release/assemble/parts.ts";
import { findCurrent, listReleases, partsFolder, readManifest, releasesFolder } from "#release/folders.ts";
import { fetchFromFolder, verifyRelease } from "#release/seal/verify-release.ts";
import { verifyAudit } from "#services/audit-verify.ts";
import { runReleases } from "#services/releases/run.ts";
import { siteOf, type SmallCity } from "./small-city.ts";

const CHILD = fileURLToPath(new URL("release-child.ts", import.meta.url));
/** Returns how many audited changes the process told of before it died: told is written. */
async function runAndKill(city: SmallCity, motion: string, after: number): Promise<number> {
  const child = spawn(process.execPath, [CHILD, city.dataFolder, motion], { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  const over = new Promise((resolve) => child.once("close", resolve));
  await Promise.race([over, new Promise((resolve) => child.stdout.once("data", resolve))]);
  equal(child.exitCode, null, "it ended by itself");
  await new Promise((resolve) => setTimeout(resolve, after));
  child.kill("SIGKILL");
  await over;
  // A holder that died is forgotten after thirty seconds; here at once.
  await city.db.delete(leases);
  return said.split("changed\n").length - 1;
}

async function checkWhole(city: SmallCity): Promise<void> {
  if ((await findCurrent(city.dataFolder)) === undefined) return;
  const verdict = await verifyRelease(fetchFromFolder(await siteOf(city.dataFolder)));
  ok(verdict.ok, JSON.stringify(verdict));
}

/** What stands on the disk belongs to a finished release, and no release is under way. */
async function checkClean(city: SmallCity): Promise<void> {
  deepEqual(await listRunningReleases(city.db), []);
  const names = await readdir(releasesFolder(city.dataFolder));
  deepEqual(
    names.filter((name) => name.endsWith(".tmp")),
    [],
  );
  const manifests = await Promise.all(
    (await listReleases(city.dataFolder)).map(async (id) => await readManifest(city.dataFolder, id)),
  );
  const used = new Set(manifests.flatMap((item) => item?.parts ?? []).map(({ name, root }) => storeName(name, root)));
  const stored = (await readdir(partsFolder(city.dataFolder))).map((name) => name.replace(/\.(?:json|grams)$/, ""));
  deepEqual(
    stored.filter((name) => !used.has(name)),
    [],
  );
}

/**
 * Kills a process that changes and releases, at moments spread over `longestMs`, more than one release takes. Throws where a torn release is
 * served, where a row of the audit is lost or broken, where the next start leaves something behind.
 */
export async function killReleases(
  city: SmallCity,
  kills: number,
  longestMs: number,
): Promise<{ kills: number; changes: number }> {
  const row = await city.db.get<{ id: string }>(
    sql`select motion_id as id from assignments a join replies r on r.assignment_id = a.id where r.publication = 'published' limit 1`,
  );
  const written = async () => await city.db.$count(audit, eq(audit.action, "test.edit"));
  let told = await written();
  const before = told;
  for (let kill = 0; kill < kills; kill++) {
    told += await runAndKill(city, row.id, (longestMs * kill) / kills);
    await checkWhole(city);
    const verdict = await verifyAudit(city.db);
    ok(verdict.ok, JSON.stringify(verdict));
    const rows = await written();
    // The last change may be written and not yet told.
    ok(rows === told || rows === told + 1, `${told} changes were told, ${rows} are in the audit`);
    told = rows;
  }
  await runReleases(
    { ...city.ctx, now: () => new Date() },
    { dataFolder: city.dataFolder, origin: "", base: "", keep: 2 },
  );
  await checkWhole(city);
  await checkClean(city);
  ok(await findAuditHead(city.db));
  equal((await verifyAudit(city.db)).ok, true);
  return { kills, changes: told - before };
}
