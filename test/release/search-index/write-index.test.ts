import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, stat, writeFile, mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { SearchIndex } from "#domain/search/catalogue.ts";
import { createFold } from "#domain/search/fold.ts";
import { decodeGrams } from "#domain/search/gram-files.ts";
import type { SearchRecord } from "#domain/view/search-record.ts";
import { toReading, toSimplifiedForms } from "#release/search-index/han-forms.ts";
import { writeSearchIndex } from "#release/search-index/write-index.ts";
import { makeSearchRecords } from "#test/e2e/search-records.ts";

const CANARY = "不应公开的金丝雀";
const records = makeSearchRecords(24);
let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "huiyin-index-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function listFiles(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

/** Unpacked where packed, joiners and spaces taken out: what a leak scanner has to see (reference security F2). */
async function readOpened(file: string): Promise<string> {
  const bytes = await readFile(file);
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return (isPacked ? gunzipSync(bytes) : bytes).toString().replace(/[\p{Cf}\s]/gu, "");
}

async function hashes(root: string): Promise<Record<string, string>> {
  const files = await listFiles(root);
  const pairs = files.map(
    async (file) =>
      [
        file.slice(root.length),
        createHash("sha256")
          .update(await readFile(file))
          .digest("hex"),
      ] as const,
  );
  return Object.fromEntries(await Promise.all(pairs));
}

describe("writeSearchIndex", () => {
  it("writes the newest years apart and the older ones together, newest first", async () => {
    const { shards } = await writeSearchIndex(records, folder);
    expect(shards.map(({ folder: name, years, records: count }) => [name, years, count])).toEqual([
      ["2026/0", [2026], 6],
      ["2025/0", [2025], 6],
      ["2023-2024/0", [2024, 2023], 12],
    ]);
  });

  it("gives the same bytes for the same records in any order", async () => {
    await writeSearchIndex(records, join(folder, "a"));
    await writeSearchIndex(records.toReversed(), join(folder, "b"));
    expect(await hashes(join(folder, "b"))).toEqual(await hashes(join(folder, "a")));
  });

  it("changes only the shard that is touched", async () => {
    await writeSearchIndex(records, join(folder, "a"));
    const newest = records.find(({ year }) => year === 2026);
    const edited = records.map((record): SearchRecord => (record === newest ? { ...record, topic: "新主题" } : record));
    await writeSearchIndex(edited, join(folder, "b"));
    const [before, after] = [await hashes(join(folder, "a")), await hashes(join(folder, "b"))];
    const touched = Object.keys(after).filter((file) => after[file] !== before[file]);
    expect(touched.length).toBeGreaterThan(0);
    expect(
      touched.every((file) => file.startsWith("/search-index/2026/0/") || file === "/search-index/index.json"),
    ).toBe(true);
    // Every file of the shard is asked for with its version: a cached text is never taken for the new one.
    const versionOf = async (name: string) =>
      (JSON.parse(await readFile(join(folder, name, "search-index/index.json"), "utf8")) as SearchIndex).shards[0]
        ?.version;
    expect(await versionOf("a")).not.toBe(await versionOf("b"));
    expect(touched.filter((file) => file.includes("/text/"))).toHaveLength(1);
  });

  it("keeps the text of a record as it was written, once", async () => {
    await writeSearchIndex(records, folder);
    const files = await listFiles(folder);
    const texts = files.filter((file) => file.includes("/text/"));
    const paths = await Promise.all(
      texts.map(async (file) => JSON.parse(gunzipSync(await readFile(file)).toString()) as SearchRecord),
    );
    expect(paths.map((entry) => entry.path).toSorted()).toEqual(records.map((record) => record.path).toSorted());
    for (const entry of paths) expect(entry.body).toBe(records.find((record) => record.path === entry.path)?.body);
  });

  it("leaves nothing of a record that is no longer there (reference security F1)", async () => {
    const secret: SearchRecord = {
      ...(records[0] as SearchRecord),
      path: "/2026/jianyi/9999/",
      year: 2026,
      body: `${CANARY}CANARY9f3c`,
    };
    const find = async (root: string): Promise<string[]> => {
      const opened = await Promise.all(
        (await listFiles(root)).map(async (file) => ({ file, text: await readOpened(file) })),
      );
      return opened.filter(({ text }) => text.includes(CANARY) || /canary9f3c/i.test(text)).map(({ file }) => file);
    };
    await writeSearchIndex([...records, secret], join(folder, "with"));
    await writeSearchIndex(records, join(folder, "without"));
    expect((await find(join(folder, "with"))).length).toBe(1);
    expect(await find(join(folder, "without"))).toEqual([]);
  });

  it("refuses a folder that is not empty and leaves it as it was", async () => {
    const used = join(folder, "search-index", "2026", "0");
    await mkdir(used, { recursive: true });
    await writeFile(join(used, "old.grams"), CANARY);
    await expect(writeSearchIndex(records, folder)).rejects.toThrow("empty folders only");
    expect(await readdir(used)).toEqual(["old.grams"]);
  });

  it("writes no shard for no records", async () => {
    expect(await writeSearchIndex([], folder)).toEqual({ shards: [], withheld: [] });
    expect((await listFiles(folder)).map((file) => file.slice(folder.length))).toEqual([
      "/search-index/forms.txt",
      "/search-index/index.json",
      "/search-index/terms.json",
    ]);
  });

  it("keeps what a reader loads small, and lets nothing but grams into its files", async () => {
    await writeSearchIndex(makeSearchRecords(200), folder);
    const grams = (await listFiles(folder)).filter((file) => file.endsWith(".grams"));
    expect(grams.length).toBeGreaterThan(20);
    for (const file of grams) expect(decodeGrams(await readFile(file)).length).toBeGreaterThanOrEqual(0);
    const shared = grams.filter((file) => file.includes("/b-"));
    const sizes = await Promise.all(shared.map(async (file) => (await stat(file)).size));
    expect(Math.max(...sizes)).toBeLessThan(6000);
  });
});

describe("forms of Han characters", () => {
  const forms = toSimplifiedForms();

  it("turns traditional into simplified, and leaves alone what simplified texts hold", () => {
    const fold = createFold([...forms].flat().join(""));
    expect(fold("老舊小區加裝電梯，醫療衛生，餘額")).toBe("老旧小区加装电梯,医疗卫生,余额");
    for (const char of "乾著干后里") expect(forms.has(char)).toBe(false);
    for (const [traditional, simplified] of forms) {
      expect(forms.has(simplified)).toBe(false);
      expect([traditional.length, simplified.length]).toEqual([1, 1]);
    }
  });

  it.each([
    ["市住建局", "shizhujianju", "szjj"],
    ["养老", "yanglao", "yl"],
    ["12345热线", "12345rexian", "1rx"],
  ])("reads %s", (name, full, initials) => expect(toReading(name)).toEqual({ full, initials }));
});
