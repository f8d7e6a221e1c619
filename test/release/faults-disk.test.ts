import { readdir } from "node:fs/promises";
import { desc } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { releases } from "#db/schema/operations.ts";
import { releasesFolder } from "#release/folders.ts";
import { fetchFromFolder, verifyRelease } from "#release/seal/verify-release.ts";
import { askForRelease } from "#services/releases/ask.ts";
import { retryRelease } from "#services/releases/retry.ts";
import { runReleases } from "#services/releases/run.ts";
import { explainFailure } from "#services/releases/sentence.ts";
import { copyScene, makeStory, placeOf, type Story } from "./support/faults/fault-story.ts";
import { Fault, failFiles } from "./support/faults/inject.ts";
import { hashSite, siteOf } from "./support/small-city.ts";

let story: Story;
beforeAll(async () => {
  story = await makeStory("withdraw");
});
afterAll(async () => await story.close());

const DISKS = [
  { name: "is full from the middle on", code: "ENOSPC", from: 40, becomes: "disk_full", says: "磁盘空间不足" },
  { name: "may not be written to", code: "EROFS", from: 1, becomes: "read_only", says: "数据文件夹不能写入" },
] as const;

describe("a disk that", { timeout: 120_000 }, () => {
  it.each(DISKS)(
    "$name: the sentence says what to do, readers see the old site, a later try makes it good",
    async (disk) => {
      const scene = await copyScene(story);
      const { app, dataFolder } = scene;
      await askForRelease(app.contextOf(scene.office.actor), undefined, { full: true });
      const fault = new Fault(disk.from, { lasts: true });
      const undo = failFiles(dataFolder, fault, { code: disk.code, onlyWrites: true });
      await expect(runReleases(app.system, placeOf(scene)).finally(undo)).rejects.toThrow();
      const [row] = await app.db.select().from(releases).orderBy(desc(releases.id)).limit(1);
      expect(row).toMatchObject({ state: "failed", code: disk.becomes });
      expect(row?.error).toContain(disk.says);
      expect(row?.error).toContain("线上内容未变");
      expect(await hashSite(await siteOf(dataFolder))).toEqual(story.old);
      app.clock.advance(60_000);
      expect(await retryRelease(app.system)).toBe(true);
      await runReleases(app.system, placeOf(scene));
      expect(await verifyRelease(fetchFromFolder(await siteOf(dataFolder)))).toMatchObject({ ok: true });
      expect((await readdir(releasesFolder(dataFolder))).filter((name) => name.endsWith(".tmp"))).toEqual([]);
      await scene.remove();
    },
  );

  it.each([
    ["SQLITE_FULL", "disk_full", "磁盘空间不足"],
    ["SQLITE_READONLY", "read_only", "数据库文件不能写入"],
  ])("holds the database too and answers %s: it is said alike", (code, becomes, says) => {
    const cause = Object.assign(new Error("refused"), { code });
    const said = explainFailure(new Error("Failed query", { cause }));
    expect(said.code).toBe(becomes);
    expect(said.error).toContain(says);
  });
});
