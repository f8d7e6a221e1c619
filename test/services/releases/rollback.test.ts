import { cp, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { desc, eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { motions } from "#db/schema/motions.ts";
import { audit, releases } from "#db/schema/operations.ts";
import { disclosures } from "#db/schema/replies.ts";
import type { ReceiptList } from "#domain/seal/receipt.ts";
import { toFetchBack } from "#functions/site/fetch-back.ts";
import { findCurrent } from "#release/folders.ts";
import { fetchFromFolder, verifyRelease } from "#release/seal/verify-release.ts";
import { askForRelease } from "#services/releases/ask.ts";
import { askForRollback } from "#services/releases/roll-back.ts";
import { runReleases } from "#services/releases/run.ts";
import { getReply } from "#services/replies/load-reply.ts";
import { withdrawReply } from "#services/replies/withdraw.ts";
import { copyWorld, makeWorld, type World } from "#test/support/world.ts";

const ID = "2026-jianyi-39.zhujian";
const PAGE = "/2026/jianyi/39/";
let base: World;
let world: World;
let dataFolder: string;
/** With one release, to be copied. */
let released: string;

beforeAll(async () => {
  base = await makeWorld();
  world = base;
  dataFolder = await mkdtemp(join(tmpdir(), "huiyin-back-"));
  await run();
  released = dataFolder;
});
afterAll(async () => {
  await base.close();
  await rm(released, { recursive: true, force: true });
});
beforeEach(async () => {
  world = await copyWorld(base);
  dataFolder = await mkdtemp(join(tmpdir(), "huiyin-back-"));
  await cp(released, dataFolder, { recursive: true, verbatimSymlinks: true });
});
afterEach(async () => {
  await world.close();
  await rm(dataFolder, { recursive: true, force: true });
});

const office = () => world.contextOf(world.people.office.actor);
async function run() {
  const place = { dataFolder, origin: "", base: "" };
  return await runReleases(world.system, { ...place, keep: 5, fetchBack: toFetchBack(place) });
}
async function again(): Promise<void> {
  await askForRelease(office(), undefined, { full: true });
  await run();
}
async function back(to: string): Promise<void> {
  await askForRollback(office(), to);
  await run();
}
const rowOf = async (id: string) => await world.db.select().from(releases).where(eq(releases.id, id)).get();
const last = async () => await world.db.select().from(releases).orderBy(desc(releases.id)).get();
async function withdraw(): Promise<void> {
  const { assignment } = await getReply(world.db, office().actor, ID);
  await withdrawReply(
    office(),
    { id: ID, version: assignment.version },
    { kind: "published_in_error", reason: "误公开" },
  );
}
const receipts = async () =>
  JSON.parse(
    await readFile(join(dataFolder, "releases/current/site/.well-known/huiyin-receipts.json"), "utf8"),
  ) as ReceiptList;

describe("the return to an older release", { timeout: 60_000 }, () => {
  it("shows it again, is on record, and leaves nothing newer on the disk", async () => {
    const first = (await findCurrent(dataFolder)) ?? "";
    await again();
    await back(first);
    expect(await findCurrent(dataFolder)).toBe(first);
    expect(await rowOf(first)).toMatchObject({ state: "live" });
    expect((await last())?.evidence).toMatchObject({ release: first });
    const names = await readdir(join(dataFolder, "releases"));
    expect(names.filter((name) => name.startsWith("r"))).toEqual([first]);
    const acts = (await world.db.select({ action: audit.action }).from(audit)).map(({ action }) => action);
    expect(acts).toEqual(expect.arrayContaining(["release.rollback", "release.rolled_back"]));
  });

  it("is refused once something that it holds was withdrawn", async () => {
    const first = (await findCurrent(dataFolder)) ?? "";
    await again();
    const second = await findCurrent(dataFolder);
    await withdraw();
    await expect(askForRollback(office(), first)).rejects.toMatchObject({ code: "rollback_unfit" });
    // Even where nothing hides it, as after another release.
    await run();
    const third = await findCurrent(dataFolder);
    await world.db.update(releases).set({ state: "superseded" }).where(eq(releases.id, first));
    await back(first);
    expect(await last()).toMatchObject({ state: "failed", code: "rollback_unfit" });
    expect(await findCurrent(dataFolder)).toBe(third);
    expect(third).not.toBe(second);
  });

  it("is refused for a title that was changed, and for words that became a secret", async () => {
    const first = (await findCurrent(dataFolder)) ?? "";
    await again();
    const second = await findCurrent(dataFolder);
    await world.db.update(motions).set({ title: "关于改过的题目的建议" }).where(eq(motions.id, "2026-jianyi-39"));
    await back(first);
    expect(await last()).toMatchObject({ state: "failed", code: "rollback_unfit" });
    expect(await findCurrent(dataFolder)).toBe(second);
  });

  it("is refused for a file that was changed", async () => {
    const first = (await findCurrent(dataFolder)) ?? "";
    await again();
    await rm(join(dataFolder, "releases", first, "site/about/index.html"));
    await writeFile(join(dataFolder, "releases", first, "site/about/index.html"), "x");
    await back(first);
    expect(await last()).toMatchObject({ code: "rollback_unfit" });
  });
});

describe("after a withdrawal", { timeout: 60_000 }, () => {
  it("the live site is asked, and its answer is kept", async () => {
    await withdraw();
    await run();
    const evidence = (await last())?.evidence;
    expect(evidence?.release).toBe(await findCurrent(dataFolder));
    expect(evidence?.checks.find(({ path }) => path === PAGE)).toMatchObject({ status: 200, ok: true });
    expect(evidence?.checks.every(({ ok }) => ok)).toBe(true);
  });

  it("a signed receipt says in which releases it stood, and stays", async () => {
    const before = (await rowOf((await findCurrent(dataFolder)) ?? ""))?.root;
    await withdraw();
    await run();
    const after = (await last())?.root;
    const [receipt] = (await receipts()).receipts;
    expect(receipt).toMatchObject({
      kind: "withdrawal",
      path: PAGE,
      reason: "误公开，已撤回",
      rootBefore: before,
      rootAfter: after,
    });
    await again();
    expect((await receipts()).receipts[0]).toEqual(receipt);
    const site = join(dataFolder, "releases/current/site");
    expect(await verifyRelease(fetchFromFolder(site))).toMatchObject({ ok: true });
    const path = join(site, ".well-known/huiyin-receipts.json");
    await writeFile(path, (await readFile(path, "utf8")).replace("误公开", "依申请"));
    expect(await verifyRelease(fetchFromFolder(site))).toMatchObject({
      ok: false,
      broken: ".well-known/huiyin-receipts.json",
    });
    expect(await world.db.$count(disclosures)).toBeGreaterThan(0);
  });
});
