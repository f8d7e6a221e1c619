import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { releases } from "#db/schema/operations.ts";
import { editions } from "#db/schema/replies.ts";
import { markLive, takeQueuedRelease } from "#db/writes/releases.ts";
import { writeTransaction } from "#db/transaction.ts";
import { buildRelease } from "#release/build-release.ts";
import { Outdated } from "#release/errors.ts";
import { openUnfinished } from "#release/folders.ts";
import { getReply } from "#services/replies/load-reply.ts";
import { withdrawReply } from "#services/replies/withdraw.ts";
import { requestRelease } from "#services/releases/request.ts";
import { runReleases } from "#services/releases/run.ts";
import { advanceReply } from "#test/support/advance-reply.ts";
import type { TestApp, TestKey } from "#test/support/app.ts";
import { openTestApp } from "#test/support/app.ts";

const ID = "2026-jianyi-39.zhujian";
let base: TestApp;
let office: TestKey;
let app: TestApp;
let dataFolder: string;

beforeAll(async () => {
  base = await openTestApp();
  office = await base.keyFor("office");
  const unit = await base.keyFor("unit", "zhujian");
  await advanceReply(ID, "published", { unit: base.contextOf(unit.actor), office: base.contextOf(office.actor) });
});
afterAll(async () => await base.close());
beforeEach(async () => {
  app = await openTestApp({ from: base });
  dataFolder = await mkdtemp(join(tmpdir(), "huiyin-run-"));
});
afterEach(async () => {
  await app.close();
  await rm(dataFolder, { recursive: true, force: true });
});

const place = () => ({ dataFolder, origin: "", base: "", keep: 5 });
const run = async () => await runReleases(app.system, place());
const ask = async () =>
  await writeTransaction(app.db, async (tx) => await requestRelease(tx, app.system, "release.request"));
const states = async () =>
  (await app.db.select({ id: releases.id, state: releases.state }).from(releases).orderBy(releases.id)).map(
    (row) => `${row.id} ${row.state}`,
  );
const current = async () =>
  (
    JSON.parse(await readFile(join(dataFolder, "releases/current/site/.well-known/huiyin-release.json"), "utf8")) as {
      id: string;
    }
  ).id;

async function withdraw(): Promise<void> {
  const ctx = app.contextOf(office.actor);
  const { assignment } = await getReply(app.db, office.actor, ID);
  await withdrawReply(ctx, { id: ID, version: assignment.version }, { kind: "legal", reason: "依法撤回" });
}

describe("releases", { timeout: 60_000 }, () => {
  it("are one for all that asked while none ran", async () => {
    await ask();
    await ask();
    await run();
    expect(await states()).toEqual(["r000001 live"]);
    expect(await run()).toBeUndefined();
  });

  it("killed while building are asked for again, and leave nothing behind", async () => {
    await run();
    await ask();
    await writeTransaction(app.db, async (tx) => await takeQueuedRelease(tx, app.clock.now().toISOString()));
    await openUnfinished(dataFolder, "r000002");
    await run();
    expect(await states()).toEqual(["r000001 superseded", "r000002 failed", "r000003 live"]);
    expect((await readdir(join(dataFolder, "releases"))).filter((name) => name.endsWith(".tmp"))).toEqual([]);
    expect(await current()).toBe("r000003");
  });

  it("killed right after the swap are live, as readers see", async () => {
    await run();
    await app.db.update(releases).set({ state: "running" }).where(eq(releases.id, "r000001"));
    await run();
    expect(await states()).toEqual(["r000001 live"]);
  });

  it("do not go live when something they hold was withdrawn meanwhile; the next one is without it", async () => {
    const holdsBack = buildRelease({
      db: app.db,
      id: "r000009",
      dataFolder,
      origin: "",
      base: "",
      createdAt: "",
      assertHeld: async () => await withdraw(),
      onStep: async () => undefined,
    });
    await expect(holdsBack).rejects.toThrow(Outdated);
    const result = await run();
    expect(result?.report.rendered).toBeGreaterThan(0);
    const page = await readFile(join(dataFolder, "releases/current/site/2026/jianyi/39/index.html"), "utf8");
    expect(page).toContain("依法不再公开");
  });

  it("do not come about while a public row is not whole, and say which", async () => {
    await app.db.update(editions).set({ signatory: null }).where(eq(editions.assignmentId, ID));
    await expect(run()).rejects.toThrow(ID);
    const [failed] = await app.db.select().from(releases);
    expect(failed).toMatchObject({ state: "failed", error: expect.stringContaining(ID) as string });
  });

  it("mark the one before as replaced, whatever its state", async () => {
    await run();
    await ask();
    await run();
    expect(await states()).toEqual(["r000001 superseded", "r000002 live"]);
    await writeTransaction(app.db, async (tx) => await markLive(tx, "r000001", {}));
    expect(await states()).toEqual(["r000001 live", "r000002 superseded"]);
  });
});
