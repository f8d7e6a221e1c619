import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { listHiddenPaths } from "#db/reads/hidden-paths.ts";
import { documents } from "#db/schema/documents.ts";
import { releases } from "#db/schema/operations.ts";
import { createHiddenCheck } from "#functions/site/hidden.ts";
import { createSite } from "#functions/site/serve-site.ts";
import { FewerPages } from "#release/errors.ts";
import { askForRelease } from "#services/releases/ask.ts";
import { cancelRelease } from "#services/releases/cancel.ts";
import { confirmDrop } from "#services/releases/confirm-drop.ts";
import { runReleases } from "#services/releases/run.ts";
import { getReply } from "#services/replies/load-reply.ts";
import { withdrawReply } from "#services/replies/withdraw.ts";
import type { World } from "#test/support/world.ts";
import { copyWorld, makeWorld } from "#test/support/world.ts";

const ID = "2026-jianyi-39.zhujian";
const PAGE = "/2026/jianyi/39/";
let base: World;
let world: World;
let dataFolder: string;

beforeAll(async () => {
  base = await makeWorld();
});
afterAll(async () => await base.close());
beforeEach(async () => {
  world = await copyWorld(base);
  dataFolder = await mkdtemp(join(tmpdir(), "huiyin-course-"));
});
afterEach(async () => {
  await world.close();
  await rm(dataFolder, { recursive: true, force: true });
});

const run = async () => await runReleases(world.system, { dataFolder, origin: "", base: "", keep: 5 });
const office = () => world.contextOf(world.people.office.actor);
const rowOf = async (id: string) => await world.db.select().from(releases).where(eq(releases.id, id)).get();

describe("a release", { timeout: 60_000 }, () => {
  it("that is cancelled while it waits never starts", async () => {
    const { id } = await askForRelease(office());
    await cancelRelease(office(), id);
    expect(await run()).toBeUndefined();
    expect(await rowOf(id)).toMatchObject({ state: "failed", code: "cancelled", cancelledBy: office().actor.id });
  });

  it("that is cancelled while it runs stops at its next step, and changes nothing that is live", async () => {
    await run();
    const { id } = await askForRelease(office());
    const during = world.db;
    await during.run(
      sql`create trigger stop_it after update of step on releases when new.step is not null and new.id = ${sql.raw(`'${id}'`)} and new.cancelled_by is null begin update releases set cancelled_by = 'office' where id = new.id; end`,
    );
    expect(await run()).toBeUndefined();
    expect(await rowOf(id)).toMatchObject({ state: "failed", code: "cancelled" });
  });

  it("is no longer cancelled once it is live", async () => {
    const result = await run();
    await cancelRelease(office(), result?.id ?? "");
    expect(await rowOf(result?.id ?? "")).toMatchObject({ state: "live", cancelledBy: null });
  });

  it("that was put off waits for its time, and comes at once when somebody asks for now", async () => {
    await run();
    const at = (hours: number) => new Date(world.clock.now().getTime() + hours * 3_600_000).toISOString();
    const { id } = await askForRelease(office(), undefined, { dueAt: at(2) });
    expect(await run()).toBeUndefined();
    await askForRelease(office());
    expect((await run())?.id).toBe(id);
  });

  it("that was put off begins when its time has come, and no sooner", async () => {
    await run();
    const due = new Date(world.clock.now().getTime() + 2 * 3_600_000);
    const { id } = await askForRelease(office(), undefined, { dueAt: due.toISOString() });
    world.clock.set(new Date(due.getTime() - 1).toISOString());
    expect(await run()).toBeUndefined();
    expect(await rowOf(id)).toMatchObject({ state: "queued" });
    world.clock.set(due.toISOString());
    expect((await run())?.id).toBe(id);
  });

  it("that loses more than a fifth of the pages is held until it is confirmed", async () => {
    const row = {
      kind: "notice" as const,
      issuer: "云川市人民政府办公室",
      state: "published" as const,
      attachments: [],
    };
    const many = Array.from({ length: 12 }, (_, at) => ({
      ...row,
      slug: `n-${at}`,
      title: `第${at}号通知`,
      indexNumber: `YC-${at}`,
      publishedAt: "2026-03-01 09:00",
      body: { type: "doc" as const, content: [] },
      contentHash: "0",
      editedBy: "system",
    }));
    await world.db.insert(documents).values(many);
    await run();
    await world.db.update(documents).set({ state: "draft" });
    const { id } = await askForRelease(office());
    await expect(run()).rejects.toThrow(FewerPages);
    expect(await rowOf(id)).toMatchObject({ state: "failed", code: "fewer_pages" });
    await confirmDrop(office(), id);
    expect((await run())?.report.removed).toBe(13);
  });
});

describe("a withdrawn reply", { timeout: 60_000 }, () => {
  it("is gone for readers at once, with all that holds its words, and the release puts a tombstone in its place", async () => {
    await run();
    const site = createSite(dataFolder, "", createHiddenCheck(world.db));
    const status = async (path: string) => (await site.request(path)).status;
    expect(await status(PAGE)).toBe(200);
    const { assignment } = await getReply(world.db, office().actor, ID);
    await withdrawReply(office(), { id: ID, version: assignment.version }, { kind: "legal", reason: "依法撤回" });
    // A server that has just looked looks again after half a second.
    const fresh = createSite(dataFolder, "", createHiddenCheck(world.db));
    const shown = async (path: string) => (await fresh.request(path)).status;
    expect(await Promise.all([PAGE, `${PAGE}index.json`, "/2026/jianyi%2F39/", "/data/2026.csv"].map(shown))).toEqual([
      503, 503, 503, 503,
    ]);
    expect(await shown("/")).toBe(200);
    await run();
    expect(await listHiddenPaths(world.db)).toEqual([]);
    const after = createSite(dataFolder, "", createHiddenCheck(world.db));
    expect(await (await after.request(PAGE)).text()).toContain("本件答复已撤回");
  });
});
