import { eq } from "drizzle-orm";
import { zipSync } from "fflate";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { archiveFiles, ledgerResults } from "#db/schema/imports.ts";
import { campaigns } from "#db/schema/campaigns.ts";
import { assignments } from "#db/schema/motions.ts";
import { editions } from "#db/schema/replies.ts";
import { walkZip } from "#exchange/zip/walk-zip.ts";
import { listArchiveFiles, readArchive } from "#services/archives/read.ts";
import { releaseArchive } from "#services/archives/release.ts";
import { startArchive } from "#services/archives/start.ts";
import type { LetterFile } from "#services/archives/take-letters.ts";
import { takeLetters } from "#services/archives/take-letters.ts";
import { signAssignment } from "#services/assignments/sign.ts";
import type { Context } from "#services/context.ts";
import { buildLetter, paragraph } from "#test/exchange/office-files.ts";
import type { TestApp } from "#test/support/app.ts";
import { openTestApp } from "#test/support/app.ts";
import { openImportOffice } from "#test/support/import-office.ts";

import { CLEAN, EXTRA, SUGGESTIONS, ledger, ledgerInput, letters } from "#test/support/archive-letters.ts";
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

describe("the ledger of a past year", () => {
  it("brings its matters, and what it says became of them", async () => {
    const { difference, results, rejected } = await startArchive(first, ledgerInput());
    expect(rejected).toEqual([]);
    expect(difference.added).toHaveLength(SUGGESTIONS.length + 1);
    expect(results).toBeGreaterThanOrEqual(SUGGESTIONS.length + 1);
    const kept = await app.db.select().from(ledgerResults).where(eq(ledgerResults.assignmentId, "2026-jianyi-900.u07"));
    expect(kept).toMatchObject([
      { classCode: "B", mode: "full", repliedOn: "2026-05-06", link: "https://old.example.cn/900" },
    ]);
  });

  it("writes nothing in a dry run, and nothing where a row is wrong", async () => {
    expect(await startArchive(first, ledgerInput(ledger(), true))).toMatchObject({ id: null, rejected: [] });
    const wrong = ledger([
      [...EXTRA.slice(0, 4), "E", "也许", "2026年2月30日", "", "javascript:alert(1)"],
      ["901", "关于甲的建议", "毕洲梅", "市没有局", "A", "公开", "", "", ""],
    ]);
    const { id, rejected } = await startArchive(first, ledgerInput(wrong));
    expect(id).toBeNull();
    expect(rejected.map(({ code }) => code).toSorted()).toEqual(
      ["impossible_date", "unknown_class", "unknown_unit", "unreadable_disclosure", "unreadable_link"].toSorted(),
    );
    expect(await app.db.$count(assignments)).toBe(0);
  });

  it("is one archive however often it is started", async () => {
    const bytes = ledger();
    expect(await start(bytes)).toBe(await start(bytes));
  });
});

describe("the year of an archive", () => {
  it("is over: not the running one, not on its last day", async () => {
    app.clock.set("2026-12-31T23:59:59+08:00");
    await expect(startArchive(first, ledgerInput())).rejects.toMatchObject({ code: "archive_year_running" });
    await expect(startArchive(first, ledgerInput(ledger(), true))).rejects.toMatchObject({
      code: "archive_year_running",
    });
    expect(await app.db.$count(assignments)).toBe(0);
    app.clock.set("2027-01-01T00:00:00+08:00");
    await start();
  });

  it("was not handled here", async () => {
    await start();
    const unit = app.contextOf((await app.keyFor("unit", "u07")).actor);
    await signAssignment(unit, { id: "2026-jianyi-900.u07", version: 1 });
    await expect(startArchive(first, ledgerInput())).rejects.toMatchObject({ code: "archive_year_handled" });
  });

  it("goes on while its own letters are all that was done", async () => {
    const bytes = ledger();
    const id = await start(bytes);
    await takeLetters(first, { archiveId: id, files: letters(CLEAN.slice(0, 2)) });
    await releaseArchive(second, id, { looked: [], limit: 200 });
    expect(await start(bytes)).toBe(id);
  });

  it.each([
    [{ state: "closed" as const, archivedAt: null }, "campaign_closed", null],
    [{ state: "closed" as const, archivedAt: "2027-01-01T00:00:00.000Z" }, "campaign_archived", "campaign_archived"],
  ])("is not closed: %o", async (patch, code, lettersCode) => {
    const id = await start();
    await app.db.update(campaigns).set(patch).where(eq(campaigns.id, "2026"));
    await expect(startArchive(first, ledgerInput())).rejects.toMatchObject({ code });
    const taking = takeLetters(first, { archiveId: id, files: letters(CLEAN.slice(0, 1)) });
    if (lettersCode === null) expect(await taking).toHaveLength(1);
    else await expect(taking).rejects.toMatchObject({ code: lettersCode });
  });
});

describe("the letters of an archive", () => {
  it("find their matters, each judged for itself; what did not match and what is missing is told", async () => {
    const id = await start();
    const reports = await takeLetters(first, { archiveId: id, files: letters() });
    const stored = reports.filter(({ state }) => state === "stored").map(({ file }) => file);
    expect(stored.toSorted()).toEqual(CLEAN.map(({ file }) => file).toSorted());
    for (const { file, answers, matchedBy } of reports.filter(({ state }) => state === "stored")) {
      const item = CLEAN.find((one) => one.file === file);
      expect(answers?.title).toBe(item?.motion_title);
      expect(matchedBy).toBe("number");
    }
    const { letters: counts, unanswered, owed } = await readArchive(first, id);
    expect(counts.stored).toBe(CLEAN.length);
    expect(counts.refused + counts.unmatched).toBe(SUGGESTIONS.length - CLEAN.length);
    expect(unanswered.map(({ label }) => label)).toContain("第900号");
    expect(owed - unanswered.length).toBe(CLEAN.length);
  });

  it("that wants its class gets it from the ledger; one that contradicts it is refused", async () => {
    const [one] = CLEAN;
    if (!one) throw new Error("no letter");
    const id = await start(ledger([], { [one.file]: one.class_mark === "A" ? "C" : "A" }));
    const [report] = await takeLetters(first, { archiveId: id, files: letters([one]) });
    expect(report).toMatchObject({ state: "refused", verdict: "block" });
    expect(report?.findings.map(({ code }) => code)).toContain("ledger_class_mismatch");
    const unmarked = SUGGESTIONS.find((item) => JSON.stringify(item.expected_findings).includes("class_missing"));
    if (!unmarked) return;
    const other = await start(ledger([], { [unmarked.file]: "A" }));
    const [filled] = await takeLetters(first, { archiveId: other, files: letters([unmarked]) });
    expect(filled?.findings.map(({ code }) => code)).not.toContain("class_missing");
  });

  it("killed in between, goes on with what is missing, and takes no letter twice", async () => {
    const id = await start();
    let taken = 0;
    async function* dying(): AsyncGenerator<LetterFile> {
      for (const file of letters(CLEAN)) {
        if (taken === 3) throw new Error("killed");
        taken += 1;
        yield file;
      }
    }
    await expect(takeLetters(first, { archiveId: id, files: dying() })).rejects.toThrow("killed");
    expect((await readArchive(first, id)).letters.stored).toBe(3);
    const again = await takeLetters(first, { archiveId: id, files: letters(CLEAN) });
    expect(again.filter(({ state }) => state === "skipped")).toHaveLength(3);
    expect(again.filter(({ state }) => state === "stored")).toHaveLength(CLEAN.length - 3);
    expect(await app.db.$count(editions)).toBe(CLEAN.length);
    expect(await app.db.$count(archiveFiles)).toBe(CLEAN.length);
  });

  it("come out of a ZIP one by one, whatever else lies in it", async () => {
    const files = Object.fromEntries(letters(CLEAN.slice(0, 2)).map(({ name, bytes }) => [`2026/${name}`, bytes]));
    const zip = zipSync({
      ...files,
      "2026/~$锁.docx": new Uint8Array([1]),
      "__MACOSX/._x.docx": new Uint8Array([2]),
      "说明.txt": new Uint8Array([3]),
    });
    const id = await start();
    const reports = await takeLetters(first, { archiveId: id, files: walkZip(zip, (name) => name.endsWith(".docx")) });
    expect(reports.map(({ state }) => state)).toEqual(["stored", "stored"]);
  });

  it("that name no number and quote a title differently wait for a look", async () => {
    const id = await start(
      ledger([["901", "关于改造农贸市场的建议", "张三", "市商务局", "A", "公开", "2026-04-18", "", ""]]),
    );
    const bytes = buildLetter(paragraph("我局已完成改造，问题已经解决。"));
    const [wrong] = await takeLetters(first, { archiveId: id, files: [{ name: "a.docx", bytes }] });
    // The letter says 39, which this ledger has not: nothing is guessed from its title.
    expect(wrong).toMatchObject({ state: "unmatched", findings: [{ code: "motion_unknown" }] });
  });

  it("that cannot be read are named and stop nothing", async () => {
    const id = await start();
    const junk = { name: "坏.docx", bytes: new TextEncoder().encode("PK junk") };
    const reports = await takeLetters(first, { archiveId: id, files: [junk, ...letters(CLEAN.slice(0, 1))] });
    expect(reports.map(({ state }) => state)).toEqual(["refused", "stored"]);
    expect(reports[0]?.findings[0]?.message).toMatch(/[请。]/);
    const page = await listArchiveFiles(first, { archiveId: id, state: "refused", limit: 10 });
    expect(page.items.map(({ fileName }) => fileName)).toEqual(["坏.docx"]);
  });

  it("do not overwrite an answer that is there", async () => {
    const id = await start();
    const [one] = letters(CLEAN.slice(0, 1));
    if (!one) throw new Error("no letter");
    await takeLetters(first, { archiveId: id, files: [one] });
    await app.db.update(editions).set({ contentHash: "changed" });
    const other = { name: "另一份.docx", bytes: zipAgain(one.bytes) };
    const [report] = await takeLetters(first, { archiveId: id, files: [other] });
    expect(report).toMatchObject({ state: "refused" });
    expect(report?.findings.map(({ code }) => code)).toContain("already_answered");
  });

  it("are no business of a unit", async () => {
    const id = await start();
    const unit = app.contextOf((await app.keyFor("unit", "市财政局")).actor);
    await expect(takeLetters(unit, { archiveId: id, files: letters(CLEAN) })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(readArchive(unit, id)).rejects.toMatchObject({ code: "forbidden" });
  });
});

/** The same letter in other bytes. */
function zipAgain(bytes: Uint8Array): Uint8Array {
  return bytes.at(-1) === 0 ? new Uint8Array([...bytes.slice(0, -2), 1, 0, 32]) : bytes;
}
