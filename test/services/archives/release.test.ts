import { eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { audit } from "#db/schema/operations.ts";
import { editions, replies } from "#db/schema/replies.ts";
import { listArchiveFiles } from "#services/archives/read.ts";
import { releaseArchive } from "#services/archives/release.ts";
import { startArchive } from "#services/archives/start.ts";
import { takeLetters } from "#services/archives/take-letters.ts";
import type { Context } from "#services/context.ts";
import { openSupplement } from "#services/follow-ups/open-supplement.ts";
import { readFollowUps } from "#services/follow-ups/read-follow-ups.ts";
import type { TestApp } from "#test/support/app.ts";
import { openTestApp } from "#test/support/app.ts";
import { openImportOffice } from "#test/support/import-office.ts";

import { CLEAN, ledger, ledgerInput, letters } from "#test/support/archive-letters.ts";
let base: TestApp;
let app: TestApp;
let first: Context;
let second: Context;
beforeAll(async () => {
  base = await openImportOffice();
});
afterAll(async () => await base.close());
beforeEach(async () => {
  app = await openTestApp({ from: base });
  // The letters of 2026 are an archive from the new year on.
  app.clock.set("2027-01-01T00:00:00+08:00");
  first = app.contextOf((await app.keyFor("office")).actor);
  second = app.contextOf((await app.keyFor("office")).actor);
});
afterEach(async () => await app.close());

async function start(bytes = ledger()): Promise<string> {
  const { id, rejected } = await startArchive(first, ledgerInput(bytes));
  if (id === null) throw new Error(JSON.stringify(rejected));
  return id;
}

describe("letting go", () => {
  const release = async (who: Context, id: string, looked: string[] = []) =>
    await releaseArchive(who, id, { looked, limit: 200 });

  it("takes a second person, who publishes or withholds as each letter says", async () => {
    const id = await start();
    await takeLetters(first, { archiveId: id, files: letters() });
    const own = await release(first, id);
    expect(own).toMatchObject({ released: 0, waiting: 0 });
    expect(new Set(own.left.map(({ code }) => code))).toEqual(new Set(["needs_second_person"]));
    const page = await listArchiveFiles(second, { archiveId: id, state: "stored", limit: 100 });
    const plain = page.items.filter(({ verdict }) => verdict === "accept").length;
    expect(await release(second, id)).toMatchObject({ released: plain, waiting: 0, left: [] });
    const states = await app.db.all<{ publication: string; n: number }>(
      sql`select publication, count(*) as n from replies where live_edition is not null group by publication order by publication`,
    );
    expect(states.reduce((sum, { n }) => sum + n, 0)).toBe(plain);
    const live = await app.db.select().from(editions).where(eq(editions.state, "final"));
    for (const edition of live) {
      expect(edition.approvedHash).toBe(edition.contentHash);
      expect(edition.approvedBy).not.toBe(edition.submittedBy);
    }
    const withheld = CLEAN.filter((item) => item.disclosure_mark === "不公开").length;
    expect(await app.db.$count(replies, eq(replies.publication, "withheld"))).toBeLessThanOrEqual(withheld);
  });

  it("leaves to others what the caller brought, and goes on with the rest", async () => {
    const id = await start();
    await takeLetters(second, { archiveId: id, files: letters(CLEAN.slice(0, 1)) });
    await takeLetters(first, { archiveId: id, files: letters(CLEAN.slice(1, 4)) });
    const hashes = (await listArchiveFiles(first, { archiveId: id, limit: 10 })).items.map(({ fileHash }) => fileHash);
    const report = await releaseArchive(second, id, { looked: hashes, limit: 2 });
    expect(report).toMatchObject({ released: 2, waiting: 1, left: [{ code: "needs_second_person" }] });
    expect(await release(second, id, hashes)).toMatchObject({ released: 1, waiting: 0, left: [{}] });
    expect(await release(first, id, hashes)).toMatchObject({ released: 1, left: [] });
  });

  it("dates what it lets go as the letter is dated, and opens no follow-up: the office may", async () => {
    const item = CLEAN.find(({ class_mark }) => class_mark === "B");
    if (!item) throw new Error("no letter of class B");
    const id = await start();
    await takeLetters(first, { archiveId: id, files: letters([item]) });
    const [file] = (await listArchiveFiles(first, { archiveId: id, limit: 1 })).items;
    await release(second, id, [file?.fileHash ?? ""]);
    const assignmentId = file?.assignmentId ?? "";
    const edition = await app.db.select().from(editions).where(eq(editions.assignmentId, assignmentId)).get();
    expect(edition?.finalisedAt).toBe(new Date(`${edition?.signedOn ?? ""}T00:00:00+08:00`).toISOString());
    expect((await readFollowUps(first, assignmentId)).followUps).toEqual([]);
    const { version } = await readFollowUps(first, assignmentId);
    await openSupplement(first, { id: assignmentId, version }, { dueOn: "2027-06-30" });
    expect((await readFollowUps(first, assignmentId)).followUps).toMatchObject([{ dueOn: "2027-06-30" }]);
  });

  it("leaves what changed since to the ordinary way", async () => {
    const id = await start();
    await takeLetters(first, { archiveId: id, files: letters(CLEAN.slice(0, 2)) });
    const [file] = (await listArchiveFiles(first, { archiveId: id, limit: 10 })).items;
    await app.db
      .update(editions)
      .set({ contentHash: "mended" })
      .where(eq(editions.assignmentId, file?.assignmentId ?? ""));
    const hashes = (await listArchiveFiles(first, { archiveId: id, limit: 10 })).items.map(({ fileHash }) => fileHash);
    expect(await release(second, id, hashes)).toMatchObject({ released: 1, left: [{ code: "approval_outdated" }] });
    const aside = await app.db.select().from(audit).where(eq(audit.action, "archive.set_aside"));
    expect(aside).toMatchObject([{ object: `reply:${file?.assignmentId ?? ""}`, actorId: second.actor.id }]);
  });

  it("is for the office alone, and says when nothing waits", async () => {
    const id = await start();
    const supervisor = app.contextOf((await app.keyFor("supervisor")).actor);
    await expect(release(supervisor, id)).rejects.toMatchObject({ code: "forbidden" });
    await expect(release(second, id)).rejects.toMatchObject({ code: "nothing_to_release" });
  });
});
