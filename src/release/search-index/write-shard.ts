import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gunzipSync, gzip as gzipLater } from "node:zlib";
import { createIndex, type PagefindIndex } from "pagefind";
import { runsOf, toIndexContent } from "#domain/search/index-content.ts";
import type { ShardIndex } from "#domain/search/catalogue.ts";
import { toSearchEntry, type SearchEntry } from "#domain/search/search-entry.ts";
import { sortRecords, toCatalogue } from "#domain/search/to-catalogue.ts";
import type { SearchRecord } from "#domain/view/search-record.ts";

/** The engine's own files that the page needs; its ready-made interfaces and their styles are not published. */
const ENGINE_FILES = /^(pagefind\.js|pagefind-entry\.json|wasm\.unknown\.pagefind|.*\.pf_meta)$/;
const FRAGMENT = ".pf_fragment";
const SIGNATURE = "pagefind_dcd".length;

const FILES_AT_ONCE = 8;

const gzip = promisify(gzipLater);
const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 16);

async function addEntries(index: PagefindIndex, key: number, entries: readonly SearchEntry[]): Promise<void> {
  for (const [ordinal, entry] of entries.entries()) {
    const { errors } = await index.addCustomRecord({
      // The hash makes the fragment's name change with everything that is shown of the entry.
      url: `${ordinal}:${sha256(JSON.stringify(entry))}`,
      content: toIndexContent(entry),
      // No language known to the engine: no stemming, no segmenting. It also begins the id of each result.
      language: `y${key}`,
      sort: { order: String(ordinal) },
    });
    if (errors.length > 0) throw new Error(`Failed to index ${entry.path}: ${errors.join("; ")}`);
  }
}

async function replaceFragment(folder: string, name: string, entries: readonly SearchEntry[]): Promise<void> {
  const packed = await readFile(join(folder, "fragment", name));
  const { url } = JSON.parse(gunzipSync(packed).subarray(SIGNATURE).toString()) as { url: string };
  const entry = entries[Number.parseInt(url, 10)];
  if (entry === undefined) throw new Error(`No record for search fragment ${name}`);
  await writeFile(join(folder, "text", `${name.slice(0, -FRAGMENT.length)}.gz`), await gzip(JSON.stringify(entry)));
}

/** Puts the entry as it is shown in the place of the engine's joined text (reference security F2). */
async function replaceFragments(folder: string, entries: readonly SearchEntry[]): Promise<void> {
  const waiting = await readdir(join(folder, "fragment"));
  await mkdir(join(folder, "text"));
  const work = async (): Promise<void> => {
    for (let name = waiting.pop(); name; name = waiting.pop()) await replaceFragment(folder, name, entries);
  };
  await Promise.all(Array.from({ length: FILES_AT_ONCE }, work));
  await rm(join(folder, "fragment"), { recursive: true });
}

async function writeHashed(folder: string, name: string, content: string): Promise<string> {
  const file = `${name}.${sha256(content)}.gz`;
  await writeFile(join(folder, file), await gzip(content));
  return file;
}

async function writeEngineFiles(index: PagefindIndex, folder: string): Promise<void> {
  const fresh = join(folder, "engine");
  const { errors } = await index.writeFiles({ outputPath: fresh });
  if (errors.length > 0) throw new Error(`Failed to write the search index: ${errors.join("; ")}`);
  for (const name of await readdir(fresh)) {
    if (ENGINE_FILES.test(name) || name === "index" || name === "fragment")
      await rename(join(fresh, name), join(folder, name));
  }
  await rm(fresh, { recursive: true });
}

/**
 * Writes one shard into an empty folder and says what the reader's side must know of it.
 * The caller closes the engine's service.
 */
export async function writeShard(
  { key, folder }: Pick<ShardIndex, "key" | "folder">,
  unsorted: readonly SearchRecord[],
  path: string,
): Promise<ShardIndex> {
  const entries = sortRecords(unsorted).map(toSearchEntry);
  const { index, errors } = await createIndex({});
  if (!index) throw new Error(`Failed to start the search engine: ${errors.join("; ")}`);
  try {
    await addEntries(index, key, entries);
    await writeEngineFiles(index, path);
  } finally {
    await index.deleteIndex();
  }
  await replaceFragments(path, entries);
  const runs = [...new Set(entries.flatMap((entry) => [...runsOf(entry)]))].toSorted();
  return {
    key,
    folder,
    records: entries.length,
    version: sha256(JSON.stringify(entries)),
    catalogue: await writeHashed(path, "catalogue", JSON.stringify(toCatalogue(entries))),
    runs: await writeHashed(path, "runs", runs.join("\n")),
  };
}
