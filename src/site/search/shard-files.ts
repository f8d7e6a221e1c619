import { toCatalogueRows, type Catalogue, type CatalogueRow, type ShardIndex } from "#domain/search/catalogue.ts";
import type { SearchEntry } from "#domain/search/search-entry.ts";

type Shard = { readonly index: ShardIndex; readonly rows: readonly CatalogueRow[] };
export type ShardFiles = {
  readonly loadShard: (year: number) => Promise<Shard>;
  /** Runs of Latin letters and digits that the year holds. */
  readonly loadRuns: (year: number) => Promise<readonly string[]>;
  readonly loadEntry: (year: number, id: string) => Promise<SearchEntry>;
};

async function fetchFile(address: string, init?: RequestInit): Promise<Response> {
  const response = await fetch(address, init);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response;
}

async function fetchGzip(address: string): Promise<string> {
  const { body } = await fetchFile(address);
  if (!body) return "";
  return await new Response(body.pipeThrough(new DecompressionStream("gzip"))).text();
}

/** Loads each thing once; what failed is asked for again next time. */
function once<K, V>(load: (key: K) => Promise<V>): (key: K) => Promise<V> {
  const loaded = new Map<K, Promise<V>>();
  return (key) => {
    const known = loaded.get(key);
    if (known) return known;
    const fresh = load(key);
    loaded.set(key, fresh);
    fresh.catch(() => loaded.delete(key));
    return fresh;
  };
}

/** @param folder address of the index, ends with a slash */
export function openShardFiles(folder: string): ShardFiles {
  const loadShard = once(async (year: number): Promise<Shard> => {
    const index = (await (await fetchFile(`${folder}${year}/shard.json`, { cache: "no-cache" })).json()) as ShardIndex;
    const catalogue = JSON.parse(await fetchGzip(`${folder}${year}/${index.catalogue}`)) as Catalogue;
    return { index, rows: toCatalogueRows(year, catalogue) };
  });
  const loadText = once(fetchGzip);
  return {
    loadShard,
    loadRuns: once(async (year: number) => {
      const { index } = await loadShard(year);
      return (await fetchGzip(`${folder}${year}/${index.runs}`)).split("\n").filter((run) => run !== "");
    }),
    loadEntry: async (year, id) => JSON.parse(await loadText(`${folder}${year}/text/${id}.gz`)) as SearchEntry,
  };
}
