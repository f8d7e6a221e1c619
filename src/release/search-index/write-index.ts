import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { close } from "pagefind";
import type { ShardIndex, YearIndex } from "#domain/search/catalogue.ts";
import { cutShards, toShardKey } from "#domain/search/shards.ts";
import { sortRecords } from "#domain/search/to-catalogue.ts";
import type { SearchRecord } from "#domain/view/search-record.ts";
import { writeShard } from "./write-shard.ts";

/** A shard that is to be written: its records are some of one year. */
export type ShardPlan<T> = Pick<ShardIndex, "key" | "folder"> & { readonly records: readonly T[] };

/**
 * Postings to a file of the index. Half of them are single characters, so that small files spare the reader what was
 * not asked for: at 4,000 a file is some 4 KB instead of 17 KB and the index grows by 2 % (README).
 */
const POSTINGS_PER_FILE = "4000";

/** Runs `work` with the engine set up as we want it; ends its service after. */
export async function withEngine<T>(work: () => Promise<T>): Promise<T> {
  // The engine reads it when its service starts; there is no other way to set it.
  await close();
  process.env["PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE"] = POSTINGS_PER_FILE;
  try {
    return await work();
  } finally {
    delete process.env["PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE"];
    await close();
  }
}

export async function prepareEmptyFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0) {
    // The engine leaves old text in a used folder (reference security F1).
    throw new Error(`The search index is written into empty folders only: ${folder}`);
  }
}

/** @param newestFirst records of one year in the order of `sortRecords` */
export function planShards<T>(year: number, newestFirst: readonly T[]): ShardPlan<T>[] {
  let end = newestFirst.length;
  return cutShards(newestFirst.length).map((size, index) => {
    const records = newestFirst.slice(end - size, end);
    end -= size;
    return { key: toShardKey(year, index), folder: String(index), records };
  });
}

export function toYearIndex(year: number, oldestFirst: readonly ShardIndex[]): YearIndex {
  return { year, shards: oldestFirst.toReversed() };
}

/**
 * Writes the indexes of the records to `outDir/pagefind/{year}/{shard}/`. The same records give the same bytes.
 * @throws when a folder of a year is not empty, or when the engine reports an error
 */
export async function writeSearchIndex(records: readonly SearchRecord[], outDir: string): Promise<YearIndex[]> {
  const byYear = [...Map.groupBy(records, ({ year }) => year)].toSorted(([a], [b]) => b - a);
  return await withEngine(async () => {
    const years: YearIndex[] = [];
    for (const [year, ofYear] of byYear) {
      const folder = join(outDir, "pagefind", String(year));
      await prepareEmptyFolder(folder);
      const written: ShardIndex[] = [];
      for (const plan of planShards(year, sortRecords(ofYear))) {
        const path = join(folder, plan.folder);
        await prepareEmptyFolder(path);
        written.push(await writeShard(plan, plan.records, path));
      }
      years.push(toYearIndex(year, written));
      await writeFile(join(folder, "shard.json"), JSON.stringify(years.at(-1)));
    }
    return years;
  });
}
