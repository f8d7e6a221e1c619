import { readdir } from "node:fs/promises";
import type { ShardIndex } from "#domain/search/catalogue.ts";
import type { PublicDocument } from "#domain/view/public-reply.ts";
import type { SearchRecord } from "#domain/view/search-record.ts";
import { keyOf } from "../plan/key.ts";
import {
  planShards,
  prepareEmptyFolder,
  toYearIndex,
  withEngine,
  type ShardPlan,
} from "../search-index/write-index.ts";
import { writeShard } from "../search-index/write-shard.ts";
import { documentRecord, matterRecord } from "./search-records.ts";
import { type ArtefactWork, isKept } from "./work.ts";

/** A record before it is made. */
type Entry = {
  readonly path: string;
  readonly publishedOn: string;
  readonly hash: string;
  readonly id: string | null;
  readonly document: PublicDocument | null;
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Newest first, as `sortRecords` has them. */
function toEntries({ city }: ArtefactWork): Map<number, Entry[]> {
  const matters = city.years.flatMap(({ year, matters: ofYear }) =>
    ofYear.map(({ id, hash, line }) => ({
      year,
      entry: { path: line.path, publishedOn: line.publishedOn, hash, id, document: null },
    })),
  );
  const documents = city.frame.documents.map((document) => ({
    year: Number(document.publishedAt.slice(0, 4)),
    entry: {
      path: document.path,
      publishedOn: document.publishedAt.slice(0, 10),
      hash: keyOf(document),
      id: null,
      document,
    },
  }));
  const years = new Map<number, Entry[]>();
  for (const { year, entry } of [...matters, ...documents]) {
    const list = years.get(year);
    if (list) list.push(entry);
    else years.set(year, [entry]);
  }
  for (const list of years.values())
    list.sort((a, b) => compare(b.publishedOn, a.publishedOn) || compare(a.path, b.path));
  return years;
}

async function makeRecords({ source }: ArtefactWork, entries: readonly Entry[]): Promise<SearchRecord[]> {
  const records = entries.flatMap(({ document }) => (document ? [documentRecord(document)] : []));
  for await (const matter of source.get(entries.flatMap(({ id }) => (id === null ? [] : [id]))))
    records.push(matterRecord(matter));
  return records;
}

const partOfShard = (year: number, folder: string) => `pagefind/${year}/${folder}`;

async function writeOne(work: ArtefactWork, part: string, plan: ShardPlan<Entry>): Promise<ShardIndex> {
  const folder = await work.writer.prepare(part);
  await prepareEmptyFolder(folder);
  const index = await writeShard(plan, await makeRecords(work, plan.records), folder);
  const shows = plan.records.flatMap(({ id }) => (id === null ? [] : [id]));
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((item) => item.isFile())) {
    const inside = `${entry.parentPath}/${entry.name}`.slice(folder.length + 1).replaceAll("\\", "/");
    work.note(`${part}/${inside}`, shows);
    await work.writer.adopt(`${part}/${inside}`);
  }
  return index;
}

/** Indexes the shards whose records changed; the others are linked. */
export async function writeSearch(work: ArtefactWork, onShard: (done: number, all: number) => Promise<void>) {
  const years = toEntries(work);
  const planned = [...years].flatMap(([year, entries]) =>
    planShards(year, entries).map((plan) => ({ year, plan, part: partOfShard(year, plan.folder) })),
  );
  const shards: Record<string, ShardIndex> = {};
  const waiting: typeof planned = [];
  for (const item of planned) {
    const key = keyOf(item.plan.records.map(({ path, hash }) => [path, hash]));
    const known = work.before?.plan.shards[item.part];
    if (isKept(work, item.part, key) && known) shards[item.part] = known;
    else waiting.push(item);
  }
  if (waiting.length > 0) {
    await withEngine(async () => {
      for (const [done, { part, plan }] of waiting.entries()) {
        await onShard(done, waiting.length);
        shards[part] = await writeOne(work, part, plan);
      }
    });
  }
  await writeYearFiles(work, [...years.keys()], planned, shards);
  return { shards, indexed: waiting.map(({ part }) => part) };
}

async function writeYearFiles(
  work: ArtefactWork,
  years: readonly number[],
  planned: readonly { year: number; part: string }[],
  shards: Readonly<Record<string, ShardIndex>>,
): Promise<void> {
  for (const year of years) {
    const own = planned.filter((item) => item.year === year).flatMap(({ part }) => shards[part] ?? []);
    const text = JSON.stringify(toYearIndex(year, own));
    const file = `pagefind/${year}/shard.json`;
    if (!isKept(work, file, keyOf(text))) await work.writer.put(file, text);
  }
}
