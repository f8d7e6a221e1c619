import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { listReleaseRows } from "#db/reads/releases.ts";
import { Forgotten } from "#release/errors.ts";
import { findCurrent, listReleases } from "#release/folders.ts";
import { runReleases } from "#services/releases/run.ts";
import { getReply } from "#services/replies/load-reply.ts";
import { withdrawReply } from "#services/replies/withdraw.ts";
import { advanceReply } from "#test/support/advance-reply.ts";
import type { TestApp, TestKey } from "#test/support/app.ts";
import { openTestApp } from "#test/support/app.ts";

const ID = "2026-jianyi-39.zhujian";
const PAGE = "2026/jianyi/39/index.html";
/** Of the moment to which a city is put back. */
let backup: TestApp;
let office: TestKey;
let app: TestApp;
let restored: TestApp;
let dataFolder: string;

beforeAll(async () => {
  backup = await openTestApp();
  office = await backup.keyFor("office");
  const unit = await backup.keyFor("unit", "zhujian");
  await advanceReply(ID, "published", { unit: backup.contextOf(unit.actor), office: backup.contextOf(office.actor) });
});
afterAll(async () => await backup.close());
beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), "huiyin-restored-"));
  app = await openTestApp({ from: backup });
  restored = await openTestApp({ from: backup });
});
afterEach(async () => {
  await app.close();
  await restored.close();
  await rm(dataFolder, { recursive: true, force: true });
});

const run = async (of: TestApp) => await runReleases(of.system, { dataFolder, origin: "", base: "", keep: 9 });
const readPage = async () => await readFile(join(dataFolder, "releases/current/site", PAGE), "utf8");

async function withdraw(of: TestApp): Promise<void> {
  const { assignment } = await getReply(of.db, office.actor, ID);
  const input = { kind: "legal", reason: "依法撤回" } as const;
  await withdrawReply(of.contextOf(office.actor), { id: ID, version: assignment.version }, input);
}

describe("a database put back from an older copy", { timeout: 60_000 }, () => {
  it("shows nothing again that was withdrawn since, until it is withdrawn there too, and gives no number twice", async () => {
    await run(app);
    await withdraw(app);
    await run(app);
    const tombstone = await readPage();
    await expect(run(restored)).rejects.toThrow(Forgotten);
    const [failed] = await listReleaseRows(restored.db, {}, { start: undefined, limit: 1 });
    expect(failed).toMatchObject({ id: "r000003", state: "failed", code: "forgotten" });
    expect(failed?.error).toContain("/2026/jianyi/39/");
    expect(await readPage()).toBe(tombstone);
    await withdraw(restored);
    expect((await run(restored))?.id).toBe("r000004");
    expect(await readPage()).toContain("撤回");
    expect(await listReleases(dataFolder)).toEqual(["r000004", "r000002"]);
  });

  it("knows of it also where only the receipts were kept", async () => {
    await withdraw(app);
    await run(app);
    await rm(join(dataFolder, "releases"), { recursive: true });
    await expect(run(restored)).rejects.toThrow(Forgotten);
    expect(await findCurrent(dataFolder)).toBeUndefined();
  });
});
