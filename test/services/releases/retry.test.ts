import { mkdirSync } from "node:fs";
import { mkdtemp, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { desc, eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { documents } from "#db/schema/documents.ts";
import { motions } from "#db/schema/motions.ts";
import { releases } from "#db/schema/operations.ts";
import { editions } from "#db/schema/replies.ts";
import { buildRelease } from "#release/build-release.ts";
import { NotPublishable, Outdated } from "#release/errors.ts";
import { findCurrent } from "#release/folders.ts";
import { fetchFromFolder, verifyRelease } from "#release/seal/verify-release.ts";
import { LeaseLost } from "#services/lease.ts";
import { askForRelease } from "#services/releases/ask.ts";
import { confirmDrop } from "#services/releases/confirm-drop.ts";
import { retryRelease } from "#services/releases/retry.ts";
import { runReleases } from "#services/releases/run.ts";
import { copyWorld, makeWorld, type World } from "#test/support/world.ts";

const ID = "2026-jianyi-39";
let base: World;
let world: World;
let dataFolder: string;

beforeAll(async () => {
  base = await makeWorld();
});
afterAll(async () => await base.close());
beforeEach(async () => {
  world = await copyWorld(base);
  dataFolder = await mkdtemp(join(tmpdir(), "huiyin-retry-"));
});
afterEach(async () => {
  await world.close();
  await rm(dataFolder, { recursive: true, force: true });
});

const place = () => ({ dataFolder, origin: "", base: "", keep: 5 });
const run = async () => await runReleases(world.system, place());
const last = async () => await world.db.select().from(releases).orderBy(desc(releases.id)).get();
const office = () => world.contextOf(world.people.office.actor);
const setLast = async (patch: Partial<typeof releases.$inferSelect>) =>
  await world.db
    .update(releases)
    .set(patch)
    .where(eq(releases.id, (await last())?.id ?? ""));

describe("after a fault", { timeout: 60_000 }, () => {
  it("of a damaged file, everything is made anew and takes its place", async () => {
    await run();
    const folder = join(dataFolder, "releases", (await findCurrent(dataFolder)) ?? "");
    const part = join(
      dataFolder,
      "releases/parts",
      (await readdir(join(dataFolder, "releases/parts"))).find(
        (name) => name.startsWith("2026-jianyi") && !name.includes(".json") && !name.endsWith(".grams"),
      ) ?? "",
    );
    await writeFile(join(part, "39/index.html"), "damaged");
    await writeFile(join(folder, "files.grams/layers.json"), "damaged");
    await writeFile(join(folder, "former-titles.json"), "damaged");
    await askForRelease(office());
    await expect(run()).rejects.toThrow();
    expect(await last()).toMatchObject({ state: "failed", code: "fault" });
    expect(await retryRelease(world.system)).toBe(true);
    expect(await last()).toMatchObject({ state: "queued", full: true, cause: "release.retry" });
    expect((await run())?.report.fullBecause).not.toBeNull();
    expect(await verifyRelease(fetchFromFolder(join(dataFolder, "releases/current/site")))).toMatchObject({ ok: true });
  });

  it("all that was asked for is asked for again", async () => {
    await askForRelease(office(), undefined, { full: true, confirmedBy: office().actor.id });
    await setLast({ state: "failed", code: "disk_full" });
    await retryRelease(world.system);
    expect(await last()).toMatchObject({ state: "queued", full: true, confirmedBy: office().actor.id });
  });

  it("so it is where the builder was killed", async () => {
    await askForRelease(office(), undefined, { full: true, confirmedBy: office().actor.id });
    await setLast({ state: "running" });
    await run();
    expect(await last()).toMatchObject({ state: "live", full: true, confirmedBy: office().actor.id });
  });

  it.each(["leak", "fewer_pages", "forgotten", "not_publishable", "signing_key", "not_linked", "cancelled"])(
    "that somebody must decide on (%s), nothing is asked for",
    async (code) => {
      await askForRelease(office());
      await setLast({ state: "failed", code });
      expect(await retryRelease(world.system)).toBe(false);
      expect(await last()).toMatchObject({ state: "failed", code });
    },
  );
});

describe("a drop of pages", () => {
  it("is confirmed only while it is the last that was tried", async () => {
    const { id } = await askForRelease(office());
    await setLast({ state: "failed", code: "fewer_pages" });
    await askForRelease(office());
    await setLast({ state: "live", code: null });
    await expect(confirmDrop(office(), id)).rejects.toMatchObject({ code: "drop_outdated" });
  });
});

describe("a builder that lost its right", { timeout: 60_000 }, () => {
  it("leaves what the other one builds", async () => {
    await askForRelease(office());
    const until = sql.raw(`'${new Date(world.clock.now().getTime() + 60_000).toISOString()}'`);
    await world.db.run(
      sql`create trigger steal after update of step on releases when new.step is not null begin update leases set holder = 'other', expires_at = ${until} where name = 'release'; update releases set state = 'failed', code = 'interrupted' where id = new.id; end`,
    );
    const theirs = join(dataFolder, "releases/r000099.tmp");
    const now = () => {
      mkdirSync(theirs, { recursive: true });
      return world.clock.now();
    };
    await expect(runReleases({ ...world.system, now }, place())).rejects.toThrow(LeaseLost);
    expect((await stat(theirs)).isDirectory()).toBe(true);
    expect((await readdir(join(dataFolder, "releases"))).filter((name) => name.endsWith(".tmp"))).toEqual([
      "r000099.tmp",
    ]);
    expect(await last()).toMatchObject({ state: "failed", code: "interrupted" });
  });
});

describe("what changes while a release is built", { timeout: 60_000 }, () => {
  const build = async (meanwhile: () => Promise<unknown>) =>
    await buildRelease({
      ...place(),
      db: world.db,
      id: "r000009",
      createdAt: "",
      assertHeld: async () => void (await meanwhile()),
      onStep: async () => undefined,
    });

  it("keeps it from readers: a document that was withdrawn", async () => {
    const row = {
      kind: "notice" as const,
      issuer: "云川市人民政府办公室",
      state: "published" as const,
      attachments: [],
      slug: "a",
      title: "关于甲事的通知",
      indexNumber: "YC-1",
      publishedAt: "2026-03-01 09:00",
      contentHash: "0",
      editedBy: "system",
    };
    await world.db.insert(documents).values({ ...row, body: { type: "doc", content: [] } });
    await expect(build(async () => await world.db.update(documents).set({ state: "withdrawn" }))).rejects.toThrow(
      Outdated,
    );
  });

  it("keeps it from readers: a title that was changed", async () => {
    const retitle = async () =>
      await world.db.update(motions).set({ title: "关于改过的题目的建议" }).where(eq(motions.id, ID));
    await expect(build(retitle)).rejects.toThrow(Outdated);
  });

  it("goes live otherwise", async () => {
    const touch = async () =>
      await world.db
        .update(motions)
        .set({ version: sql`version + 1` })
        .where(eq(motions.id, ID));
    await build(touch);
    expect(JSON.parse(await readFile(join(dataFolder, "releases/current/manifest.json"), "utf8"))).toMatchObject({
      id: "r000009",
    });
  });
});

describe("a record that cannot be read", { timeout: 60_000 }, () => {
  it("is named in the failure", async () => {
    await world.db.run(sql`update editions set body = '{"type":"doc"}' where assignment_id = ${`${ID}.zhujian`}`);
    await expect(run()).rejects.toThrow(NotPublishable);
    expect((await last())?.error).toContain(ID);
    expect(await world.db.$count(editions)).toBeGreaterThan(0);
  });
});
