import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
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

const VERSION_LENGTH = 16;

/** Takes a file of a shard, named from the shard's folder on, when it is made. */
export type PutFile = (name: string, content: Uint8Array) => Promise<void>;

/** Postings hardly pack: they lie as they are, and a reader need not unpack them. */
async function putGrams(put: PutFile, folder: string, grams: readonly Gram[]): Promise<GramLayout> {
  const { layout, files } = layGrams(grams);
  for (const [name, content] of files) await put(`${folder}/${name}.grams`, content);
  return layout;
}

async function putPacked(put: PutFile, name: string, text: string): Promise<void> {
  await put(`${name}.gz`, gzipSync(text));
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
 * Makes the files of one shard and says what the reader's side must know of it.
 * @param forms traditional characters and their simplified forms
 */
export async function writeShard(
  { folder, years, records }: ShardPlan<SearchRecord>,
  put: PutFile,
  forms: ReadonlyMap<string, string>,
): Promise<ShardIndex> {
  const entries = toEntries(records, forms);
  const fold = createFold([...forms].flat().join(""));
  const streams = entries.map((entry) => toStream(entry, fold));
  const catalogue = toCatalogue(entries, {
    lengths: streams.map(({ length }) => length),
    pairs: await putGrams(put, "pairs", findPairs(streams)),
    singles: await putGrams(put, "singles", findSingles(streams)),
  });
  const version = createHash("sha256");
  for (const [ordinal, entry] of entries.entries()) {
    const text = JSON.stringify(entry);
    version.update(`${text}\n`);
    await putPacked(put, `text/${ordinal}`, text);
  }
  await putPacked(put, "head", JSON.stringify(catalogue));
  await putPacked(put, "lines", JSON.stringify(entries.map(toLine)));
  return { folder, years, records: entries.length, version: version.digest("hex").slice(0, VERSION_LENGTH) };
}
