import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, stat, writeFile, mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { SearchRecord } from "#domain/view/search-record.ts";
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
  it("writes a folder for each year, newest first", async () => {
    const years = await writeSearchIndex(records, folder);
    expect(years.map(({ year, shards }) => [year, shards.map((shard) => shard.records)])).toEqual(
      [2026, 2025, 2024, 2023].map((year) => [year, [6]]),
    );
  });

  it("gives the same bytes for the same records in any order", async () => {
    await writeSearchIndex(records, join(folder, "a"));
    await writeSearchIndex(records.toReversed(), join(folder, "b"));
    expect(await hashes(join(folder, "b"))).toEqual(await hashes(join(folder, "a")));
  });

  it("changes only the touched year", async () => {
    await writeSearchIndex(records, join(folder, "a"));
    const edited = records.map((record): SearchRecord =>
      record === records[0] ? { ...record, topic: "新主题" } : record,
    );
    await writeSearchIndex(edited, join(folder, "b"));
    const [before, after] = [await hashes(join(folder, "a")), await hashes(join(folder, "b"))];
    const touched = Object.keys(after).filter((file) => after[file] !== before[file]);
    expect(touched.length).toBeGreaterThan(0);
    expect(touched.every((file) => file.startsWith(`/pagefind/${records[0]?.year}/`))).toBe(true);
    // What is shown changed, so its name did: a cached text is never taken for the new one.
    expect(touched.filter((file) => file.includes("/text/"))).toHaveLength(1);
  });

  it("keeps the text of a record as it was written, once, and no joined text", async () => {
    await writeSearchIndex(records, folder);
    const files = await listFiles(folder);
    expect(files.some((file) => file.includes("fragment"))).toBe(false);
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
    // In the text, in the list of runs and as a word of the index: the search itself works.
    expect((await find(join(folder, "with"))).length).toBe(3);
    expect(await find(join(folder, "without"))).toEqual([]);
  });

  it("refuses a folder that is not empty and leaves it as it was", async () => {
    const used = join(folder, "pagefind", "2026");
    await mkdir(used, { recursive: true });
    await writeFile(join(used, "old.pf_fragment"), CANARY);
    await expect(writeSearchIndex(records, folder)).rejects.toThrow("empty folders only");
    expect(await readdir(used)).toEqual(["old.pf_fragment"]);
  });

  it("writes nothing for no records", async () => {
    expect(await writeSearchIndex([], folder)).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
  });

  it("publishes no ready-made interface of the engine and keeps its files small", async () => {
    await writeSearchIndex(makeSearchRecords(200), folder);
    const files = await listFiles(folder);
    expect(files.filter((file) => /ui|highlight|worker|wasm\.en/.test(file.slice(folder.length)))).toEqual([]);
    const index = await Promise.all(
      files.filter((file) => file.includes("/index/")).map(async (file) => (await stat(file)).size),
    );
    // Fails when the engine no longer reads the size that we set.
    expect(Math.max(...index)).toBeLessThan(12_000);
  });
});
