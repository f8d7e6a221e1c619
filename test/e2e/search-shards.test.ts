import { afterAll, beforeAll, expect, it } from "vitest";
import { matchesEntry } from "#domain/search/match.ts";
import { parseQuery } from "#domain/search/query.ts";
import { toSearchEntry } from "#domain/search/search-entry.ts";
import { sortRecords } from "#domain/search/to-catalogue.ts";
import { openSearchHarness, type SearchHarness } from "./search-harness.ts";
import { makeSearchRecords } from "./search-records.ts";

/** One year that fills one shard and begins another. */
const records = makeSearchRecords(280).map((record) => ({ ...record, year: 2026 }));
let on: SearchHarness;

beforeAll(async () => {
  on = await openSearchHarness([...records, ...makeSearchRecords(12).filter(({ year }) => year !== 2026)]);
});
afterAll(async () => {
  await on?.close();
});

it("a year of several shards is one list, newest first, and every text opens", { timeout: 60_000 }, async () => {
  const record = records[0];
  const fragment = (record?.title ?? "").slice(2, 6);
  const query = parseQuery(fragment);
  const titled = records.filter((item) => item.title.includes(fragment));
  const truth = records.filter((item) => matchesEntry(toSearchEntry(item), query));
  const missing: string[] = [];
  on.page.on("response", (response) => {
    if (response.status() >= 400 && !response.url().endsWith("favicon.svg")) missing.push(response.url());
  });
  await on.open("");
  await on.search(fragment);
  const status = await on.page.locator("#search-status").textContent();
  expect(Number(/\d+/.exec(status ?? "")?.[0])).toBeGreaterThanOrEqual(truth.length);
  const shown = await on.shownPaths();
  const days = new Map(records.map((item) => [item.path, item.publishedOn]));
  const inTitle = shown.filter((path) => titled.some((item) => item.path === path));
  const order = inTitle.map((path) => days.get(path) ?? "");
  expect(order).toEqual(order.toSorted().toReversed());
  const oldest = sortRecords(records).at(-1);
  await on.search(oldest?.docNumbers[0] ?? oldest?.title ?? "");
  expect(await on.shownPaths()).toContain(oldest?.path);
  expect(missing).toEqual([]);
});
