import { cp, mkdtemp, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { writeSearchIndex } from "#release/search-index/write-index.ts";
import { readState } from "#site/search/address-state.ts";
import { createFreshSession } from "#site/search/fresh-session.ts";
import type { Outcome } from "#site/search/session.ts";
import type { SearchWords } from "#site/search/words.ts";
import { serveFolder, type ServedFolder } from "#test/support/browser.ts";
import { makeSearchRecords } from "../../e2e/search-records.ts";

const records = makeSearchRecords(24);
/** Without every second record: each ordinal, and each place in each list of pairs, means something else. */
const fewer = records.filter((_, at) => at % 2 === 1);
const FIRST = "加装电梯";
const LATER = "补助提高到";
let work: string;
let served: ServedFolder;

beforeEach(async () => {
  work = await mkdtemp(join(tmpdir(), "huiyin-swap-"));
  await writeSearchIndex(records, join(work, "before"));
  await writeSearchIndex(fewer, join(work, "after"));
  await cp(join(work, "before"), join(work, "live"), { recursive: true });
  served = await serveFolder(join(work, "live"));
});
afterEach(async () => {
  await served.close();
  await rm(work, { recursive: true, force: true });
});

async function swap(): Promise<void> {
  await rename(join(work, "live"), join(work, "gone"));
  await rename(join(work, "after"), join(work, "live"));
}
function openSession() {
  const years = [...new Set(records.map(({ year }) => year))];
  const empty = { kinds: {}, modes: {}, facets: {}, sorts: {} } as Pick<
    SearchWords,
    "kinds" | "modes" | "facets" | "sorts"
  >;
  return createFreshSession({ ...empty, folder: `${served.url}search-index/`, base: "", years, topics: [] });
}
const pathsOf = ({ hits }: Outcome) => hits.map(({ row }) => row.path).toSorted();
const holding = (all: typeof records, words: string) =>
  all
    .filter((record) => [record.title, record.body].join().includes(words))
    .map(({ path }) => path)
    .toSorted();

it("a page that stays open over a release answers from that release, whole", async () => {
  const { answer } = openSession();
  const first = await answer(readState(`?q=${FIRST}`));
  expect(pathsOf(first)).toEqual(holding(records, FIRST));
  await swap();
  const later = await answer(readState(`?q=${LATER}`));
  expect(holding(fewer, LATER)).not.toEqual(holding(records, LATER));
  expect(pathsOf(later)).toEqual(holding(fewer, LATER));
  expect(later.entries.length).toBeGreaterThan(0);
  expect(later.entries.every(({ body }) => body.includes(LATER))).toBe(true);
  const titles = await later.loadLines(later.hits.map(({ row }) => row));
  expect(titles.map(([title]) => title)).toEqual(
    later.hits.map(({ row }) => fewer.find(({ path }) => path === row.path)?.title),
  );
  await expect(first.loadLines(first.hits.map(({ row }) => row))).rejects.toThrow();
});

it("a swap in the midst of an answer gives one release or the other", async () => {
  const { answer } = openSession();
  await answer(readState(`?q=${FIRST}`));
  const [outcome] = await Promise.all([answer(readState(`?q=${LATER}`)), swap()]);
  expect([holding(records, LATER), holding(fewer, LATER)]).toContainEqual(pathsOf(outcome));
});
