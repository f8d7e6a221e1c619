import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { close } from "pagefind";
import type { SearchRecord } from "#domain/view/search-record.ts";
import { writeShard } from "./write-shard.ts";

export type WrittenShard = {
  readonly year: number;
  readonly records: number;
  /** Of all its files. */
  readonly bytes: number;
};

/**
 * Postings to a file of the index. Half of them are single characters, so that small files spare the reader what was
 * not asked for: at 4,000 a file is some 4 KB instead of 17 KB and the index grows by 2 % (README).
 */
const POSTINGS_PER_FILE = "4000";

async function prepareEmptyFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0) {
    // The engine leaves old text in a used folder (reference security F1).
    throw new Error(`The search index is written into empty folders only: ${folder}`);
  }
}

/**
 * Writes one index per year to `outDir/pagefind/{year}/`. The same records give the same bytes, so a release calls it
 * with the records of the touched years and links the other folders.
 * @throws when a folder of a year is not empty, or when the engine reports an error
 */
export async function writeSearchIndex(
  records: readonly SearchRecord[],
  outDir: string,
): Promise<{ shards: WrittenShard[] }> {
  const byYear = Map.groupBy(records, ({ year }) => year);
  const shards: WrittenShard[] = [];
  // The engine reads it when its service starts; there is no other way to set it.
  await close();
  process.env["PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE"] = POSTINGS_PER_FILE;
  try {
    for (const [year, ofYear] of [...byYear].toSorted(([a], [b]) => b - a)) {
      const folder = join(outDir, "pagefind", String(year));
      await prepareEmptyFolder(folder);
      shards.push({ year, records: ofYear.length, bytes: await writeShard(year, ofYear, folder) });
    }
  } finally {
    delete process.env["PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE"];
    await close();
  }
  return { shards };
}
