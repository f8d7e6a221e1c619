import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzip as gzipLater } from "node:zlib";
import type { ShardIndex } from "#domain/search/catalogue.ts";
import { createFold, pairsIn } from "#domain/search/fold.ts";
import { layGrams, type GramLayout } from "#domain/search/gram-files.ts";
import { findPairs, findSingles, type Gram } from "#domain/search/grams.ts";
import { searchableTexts } from "#domain/search/fields.ts";
import { toSearchEntry, type SearchEntry } from "#domain/search/search-entry.ts";
import type { ShardPlan } from "#domain/search/shards.ts";
import { toStream } from "#domain/search/stream.ts";
import { sortRecords, toCatalogue } from "#domain/search/to-catalogue.ts";
import type { SearchRecord } from "#domain/view/search-record.ts";

const FILES_AT_ONCE = 16;
const gzip = promisify(gzipLater);
const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 16);

type File = { readonly name: string; readonly content: Uint8Array | string };

async function writeAll(folder: string, files: readonly File[]): Promise<void> {
  let next = 0;
  const work = async (): Promise<void> => {
    for (let file = files[next++]; file; file = files[next++]) {
      const { name, content } = file;
      await writeFile(join(folder, name), name.endsWith(".gz") ? await gzip(content) : content);
    }
  };
  await Promise.all(Array.from({ length: FILES_AT_ONCE }, work));
}

/** Postings hardly pack: they lie as they are, and a reader need not unpack them. */
async function writeGrams(path: string, folder: string, grams: readonly Gram[]): Promise<GramLayout> {
  const { layout, files } = layGrams(grams);
  await mkdir(join(path, folder));
  const named = [...files].map(([name, content]) => ({ name: `${folder}/${name}.grams`, content }));
  await writeAll(path, named);
  return layout;
}

function toEntries(records: readonly SearchRecord[], forms: ReadonlyMap<string, string>): SearchEntry[] {
  return sortRecords(records).map((record) => {
    const entry = toSearchEntry(record);
    return { ...entry, pairs: pairsIn(Object.values(searchableTexts(entry)).flat(), forms) };
  });
}

/** What a list of results says of a record without its text. */
function toLine({ title, numberLabel, docNumbers }: SearchEntry): readonly string[] {
  return [title, numberLabel, ...docNumbers];
}

/**
 * Writes one shard into an empty folder and says what the reader's side must know of it.
 * @param forms traditional characters and their simplified forms
 */
export async function writeShard(
  { folder, years, records }: ShardPlan<SearchRecord>,
  path: string,
  forms: ReadonlyMap<string, string>,
): Promise<ShardIndex> {
  const entries = toEntries(records, forms);
  const fold = createFold([...forms].flat().join(""));
  const streams = entries.map((entry) => toStream(entry, fold));
  const catalogue = toCatalogue(entries, {
    lengths: streams.map(({ length }) => length),
    pairs: await writeGrams(path, "pairs", findPairs(streams)),
    singles: await writeGrams(path, "singles", findSingles(streams)),
  });
  await mkdir(join(path, "text"));
  const texts = entries.map((entry) => JSON.stringify(entry));
  await writeAll(
    path,
    texts.map((content, ordinal) => ({ name: `text/${ordinal}.gz`, content })),
  );
  await writeAll(path, [
    { name: "head.gz", content: JSON.stringify(catalogue) },
    { name: "lines.gz", content: JSON.stringify(entries.map(toLine)) },
  ]);
  return { folder, years, records: entries.length, version: sha256(texts.join("\n")) };
}
