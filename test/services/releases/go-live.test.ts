import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { listHiddenPaths } from "#db/reads/hidden-paths.ts";
import { findLastFinished, findRelease } from "#db/reads/releases.ts";
import { hiddenPaths } from "#db/schema/operations.ts";
import { checkAssets } from "#functions/edge/deploy-assets.ts";
import { NotDeployed } from "#release/errors.ts";
import { askForRelease } from "#services/releases/ask.ts";
import { retryRelease } from "#services/releases/retry.ts";
import { runReleases } from "#services/releases/run.ts";
import type { TestApp } from "#test/support/app.ts";
import { openTestApp } from "#test/support/app.ts";

const PATH = "/2026/jianyi/39/";
let t: TestApp;
let dataFolder: string;
beforeAll(async () => {
  t = await openTestApp();
  dataFolder = await mkdtemp(join(tmpdir(), "huiyin-go-live-"));
  const hiddenAt = t.clock.now().toISOString();
  await t.db.insert(hiddenPaths).values({ path: PATH, hiddenAt, reason: "legal" });
});
afterAll(async () => {
  await t.close();
  await rm(dataFolder, { recursive: true, force: true });
});

const run = async (goLive: (id: string) => Promise<void>) =>
  await runReleases(t.system, { dataFolder, origin: "", base: "", keep: 2, goLive });

it("what was built and not deployed is no release: nothing that was taken down shows again, and it may be tried again", async () => {
  const { id } = await askForRelease(t.system);
  const refused = new NotDeployed("not_deployed", "Failed to deploy: refused");
  await expect(run(async () => await Promise.reject(refused))).rejects.toBe(refused);
  expect(await findRelease(t.db, id)).toMatchObject({ state: "failed", code: "not_deployed" });
  expect(await listHiddenPaths(t.db)).toEqual([PATH]);
  expect(await retryRelease(t.system)).toBe(true);
});

it("it is live when readers see it, not before", async () => {
  const seen: unknown[] = [];
  const result = await run(async (id) => {
    const row = await findRelease(t.db, id);
    seen.push(row?.state, row?.step, await listHiddenPaths(t.db));
  });
  expect(seen).toEqual(["running", "部署", [PATH]]);
  expect(await findLastFinished(t.db)).toMatchObject({ id: result?.id, state: "live" });
  expect(await listHiddenPaths(t.db)).toEqual([]);
});

it("what was taken down while it was on its way stays hidden, whatever two clocks say of it", async () => {
  await askForRelease(t.system);
  const hiddenAt = new Date(t.clock.now().getTime() - 3_600_000).toISOString();
  await run(async () => {
    await t.db.insert(hiddenPaths).values({ path: PATH, hiddenAt, reason: "legal" });
  });
  expect(await listHiddenPaths(t.db)).toEqual([PATH]);
  await askForRelease(t.system);
  await run(async () => undefined);
  expect(await listHiddenPaths(t.db)).toEqual([]);
});

it("more files than the platform takes are refused before anything is sent", async () => {
  const folder = await mkdtemp(join(tmpdir(), "huiyin-assets-"));
  for (const name of ["a", "b", "c"]) await writeFile(join(folder, name), "");
  expect(await checkAssets(folder, 3)).toBe(3);
  await expect(checkAssets(folder, 2)).rejects.toMatchObject({ reason: "too_many_files" });
  await rm(folder, { recursive: true });
});
