import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { foldText } from "#domain/search/fold.ts";
import { matchesEntry } from "#domain/search/match.ts";
import { parseQuery } from "#domain/search/query.ts";
import { toSearchEntry } from "#domain/search/search-entry.ts";
import { openSearchHarness, BASE, type SearchHarness } from "./search-harness.ts";
import { createRandom, makeSearchRecords } from "./search-records.ts";

const records = makeSearchRecords(60);
let on: SearchHarness;

beforeAll(async () => {
  on = await openSearchHarness(records);
});
afterAll(async () => {
  await on?.close();
});

function truth(q: string): string[] {
  const query = parseQuery(q);
  return records.filter((record) => matchesEntry(toSearchEntry(record), query)).map((record) => record.path);
}

const random = createRandom(5);
const texts = records.flatMap((record) => [record.title, ...record.body.split("\n")]);
const pickFrom = <T>(values: readonly T[]): T => values[random(values.length)] as T;

function fragmentOf(pattern: RegExp, length: number): string {
  const runs = texts.flatMap((text) => text.match(pattern) ?? []).filter((run) => [...run].length >= length);
  const chars = [...pickFrom(runs)];
  const at = random(chars.length - length + 1);
  return chars.slice(at, at + length).join("");
}

const hanFragments = Array.from({ length: 28 }, (_, place) => fragmentOf(/\p{Script=Han}+/gu, 2 + (place % 7)));
const mixedFragments = Array.from({ length: 14 }, (_, place) => fragmentOf(/[^\s"“”]+/gu, 3 + (place % 6)));
const numbers = Array.from({ length: 10 }, () => pickFrom(texts.flatMap((text) => text.match(/\d[\d.%]*/gu) ?? [])));
const fixed = [
  "66.67%",
  "6.67",
  "12.5万元",
  "2.5",
  "02",
  "5G",
  "g",
  "app",
  "ＧＩＳ平台",
  "陆𬭼",
  "周予安",
  "云建字〔2025〕12",
  "0000-8120000",
  "000000000/2024-",
  "《云川市",
  "市住建局 停车",
  "“公交与” 2025",
  "第1号建议",
  "没有这样的话",
];

describe("what is found", () => {
  beforeAll(async () => {
    await on.open("");
  });

  it.each([...new Set([...hanFragments, ...mixedFragments, ...numbers, ...fixed])])(
    "%s: all that hold it, nothing else",
    async (q) => {
      await on.search(q);
      expect((await on.foundPaths()).toSorted()).toEqual(truth(q).toSorted());
    },
  );

  it("puts titles before everything else, and the newer or the older first where that is asked for", async () => {
    await on.search("电梯");
    const found = (await on.foundPaths()).map((path) => records.find((record) => record.path === path));
    const titled = found.filter((record) => record?.title.includes("电梯"));
    expect(titled.length).toBeGreaterThan(1);
    expect(found.length).toBeGreaterThan(titled.length);
    expect(found.slice(0, titled.length)).toEqual(titled);
    const daysIn = async (sort: string) => {
      await on.open(`?q=电梯&sort=${sort}`);
      return (await on.foundPaths()).map((path) => records.find((record) => record.path === path)?.publishedOn ?? "");
    };
    const newest = await daysIn("newest");
    expect(newest).toEqual(newest.toSorted().toReversed());
    expect(await daysIn("oldest")).toEqual(newest.toReversed());
  });

  it("marks the words and shows neither joiner nor filler", async () => {
    await on.search("雨污分流 app");
    const marks = await on.page.locator("#search-results mark").allTextContents();
    expect(marks.length).toBeGreaterThan(0);
    expect(new Set(marks.map(foldText))).toEqual(new Set(["雨污分流", "app"]));
    expect(await on.page.locator("main").innerText()).not.toMatch(/[\u200b·]/u);
  });

  it.each([
    ["2024年第1号建议", (path: string) => path === "/2024/jianyi/1/"],
    ["2025-3", (path: string) => path.startsWith("/2025/") && path.endsWith("/3/")],
    [
      "云建字[2026]第103号",
      (path: string) => records.find((record) => record.path === path)?.docNumbers[0] === "云建字〔2026〕103号",
    ],
  ])("%s: goes straight to the one it names", async (q, isIt) => {
    await on.search(q);
    const target = (await on.page.locator("#search-direct a").getAttribute("href"))?.replace(BASE, "/") ?? "";
    expect(records.map((record) => record.path)).toContain(target);
    expect(isIt(target)).toBe(true);
  });

  it("leads from the box of another page straight to what a number names, and back to what was found", async () => {
    // The index has a search page and nothing else.
    await on.page.route(
      "**/2024/jianyi/1/",
      async (route) => await route.fulfill({ body: "本件", contentType: "text/html" }),
    );
    await on.page.goto(`${on.url}search/?q=${encodeURIComponent("2024年第1号建议")}&go=1`);
    await on.page.waitForURL(/\/2024\/jianyi\/1\/$/);
    await on.page.goBack();
    await on.settle();
    expect(new URL(on.page.url()).searchParams.has("go")).toBe(false);
  });

  it("offers a choice when a number names several, and nothing when it names too many", async () => {
    await on.search("第2号");
    const targets = await on.page.locator("#search-direct a").allTextContents();
    expect(targets.length).toBeGreaterThan(1);
    expect(targets.every((text) => /^20\d\d年第2号(?:建议|提案)/u.test(text))).toBe(true);
    await on.search("2");
    expect(await on.page.locator("#search-direct a").allTextContents()).toEqual(targets);
    await on.search("停车");
    expect(await on.page.locator("#search-direct a").count()).toBe(0);
  });

  it.each([["停车 OR 托育"], ["停车 | 托育 电梯"], ["停车 -电梯"], ["停车 -“摸底”"]])(
    "%s: means what it says",
    async (q) => {
      await on.search(q);
      expect((await on.foundPaths()).toSorted()).toEqual(truth(q).toSorted());
    },
  );

  it("takes traditional for simplified, and marks what is there", async () => {
    await on.search("加裝電梯");
    expect((await on.foundPaths()).toSorted()).toEqual(truth("加装电梯").toSorted());
    expect(await on.page.locator("#search-results mark").first().textContent()).toBe("加装电梯");
  });
});
