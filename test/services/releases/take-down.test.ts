import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { eq } from "drizzle-orm";
import { listHiddenPaths } from "#db/reads/hidden-paths.ts";
import { documents } from "#db/schema/documents.ts";
import { disclosures, editions, replies } from "#db/schema/replies.ts";
import { createHiddenCheck } from "#functions/site/hidden.ts";
import { createSite } from "#functions/site/serve-site.ts";
import { withdrawDocument } from "#services/documents/withdraw.ts";
import { askForRelease } from "#services/releases/ask.ts";
import { cancelRelease } from "#services/releases/cancel.ts";
import { runReleases } from "#services/releases/run.ts";
import { correctReply } from "#services/replies/correct.ts";
import { finaliseReply } from "#services/replies/finalise.ts";
import { getReply } from "#services/replies/load-reply.ts";
import { publishReply } from "#services/replies/publish.ts";
import { withdrawReply } from "#services/replies/withdraw.ts";
import { copyWorld, makeWorld, type World } from "#test/support/world.ts";

const ID = "2026-jianyi-39.zhujian";
const PAGE = "/2026/jianyi/39/";
let base: World;
let world: World;
let dataFolder: string;

beforeAll(async () => {
  base = await makeWorld();
  dataFolder = await mkdtemp(join(tmpdir(), "huiyin-down-"));
  const notice = {
    kind: "notice" as const,
    issuer: "云川市人民政府办公室",
    state: "published" as const,
    attachments: [],
  };
  await base.db.insert(documents).values({
    ...notice,
    slug: "tongzhi",
    title: "关于开展办理工作的通知",
    indexNumber: "YC-1",
    publishedAt: "2026-03-01 09:00",
    body: { type: "doc", content: [] },
    contentHash: "0",
    editedBy: "system",
  });
  await runReleases(base.system, { dataFolder, origin: "", base: "", keep: 5 });
});
afterAll(async () => {
  await base.close();
  await rm(dataFolder, { recursive: true, force: true });
});
beforeEach(async () => {
  world = await copyWorld(base);
});
afterEach(async () => await world.close());

const office = () => world.contextOf(world.people.office.actor);
const ref = async () => ({ id: ID, version: (await getReply(world.db, office().actor, ID)).assignment.version });
/** A server that has just started: one that has just looked looks again after half a second. */
async function statuses(...paths: string[]): Promise<number[]> {
  const site = createSite(dataFolder, "", createHiddenCheck(world.db));
  return await Promise.all(paths.map(async (path) => (await site.request(path)).status));
}

/** A correction as it stands when an approver has agreed to it, with another decision on what is public of it. */
async function approveCorrection(mode: "redacted" | "none"): Promise<number> {
  await correctReply(office(), await ref(), { note: "依法调整公开内容" });
  const { edition } = await getReply(world.db, office().actor, ID);
  const number = edition?.number ?? 0;
  const hash = edition?.contentHash ?? "";
  const agreed = {
    scannedHash: hash,
    approvedHash: hash,
    approvedBy: "system",
    editedBy: "system",
    editors: ["system"],
  };
  const state = mode === "none" ? ("approved" as const) : ("final" as const);
  await world.db
    .update(editions)
    .set({ ...agreed, state })
    .where(eq(editions.number, number));
  await world.db.update(disclosures).set({ mode, ground: "article_15" }).where(eq(disclosures.edition, number));
  return number;
}

describe("whatever stops being public is gone at once", { timeout: 60_000 }, () => {
  it("a document, with the lists that name it", async () => {
    const path = "/documents/tongzhi/";
    expect(await statuses(path, "/documents/", PAGE)).toEqual([200, 200, 200]);
    await withdrawDocument(office(), { slug: "tongzhi", version: 1 });
    expect(await statuses(path, `${path}index.json`, "/documents/", PAGE, "/")).toEqual([503, 503, 503, 200, 200]);
  });

  it("a reply that a correction withholds", async () => {
    await approveCorrection("none");
    expect(await statuses(PAGE)).toEqual([200]);
    await finaliseReply(office(), await ref());
    expect(await listHiddenPaths(world.db)).toEqual([PAGE]);
    expect(await statuses(PAGE, "/2026/", "/data/2026.csv", "/sitemap.xml", "/")).toEqual([503, 503, 503, 200, 200]);
  });

  it("words that a correction leaves out", async () => {
    await approveCorrection("redacted");
    await publishReply(office(), await ref());
    expect(await listHiddenPaths(world.db)).toEqual([PAGE]);
  });

  it("and no other page", async () => {
    await withdrawReply(office(), await ref(), { kind: "legal", reason: "依法撤回" });
    expect(await statuses("/about/", "/documents/tongzhi/", "/nowhere/")).toEqual([200, 200, 404]);
  });
});

describe("the release that removes it", { timeout: 60_000 }, () => {
  it("is not cancelled", async () => {
    await withdrawReply(office(), await ref(), { kind: "legal", reason: "依法撤回" });
    const { id } = await askForRelease(office());
    await expect(cancelRelease(office(), id)).rejects.toMatchObject({ code: "release_hides" });
  });

  it("may be cancelled once nothing waits for it", async () => {
    const { id } = await askForRelease(office());
    expect(await cancelRelease(office(), id)).toMatchObject({ code: "cancelled" });
    expect(await world.db.$count(replies)).toBeGreaterThan(0);
  });
});
