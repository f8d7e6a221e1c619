import {
  toCatalogueRows,
  type Catalogue,
  type CatalogueRow,
  type ShardIndex,
  type YearIndex,
} from "#domain/search/catalogue.ts";
import type { SearchEntry } from "#domain/search/search-entry.ts";

type Shard = {
  readonly index: ShardIndex;
  /** Address of its folder, ends with a slash. */
  readonly address: string;
  readonly rows: readonly CatalogueRow[];
};
export type ShardFiles = {
  /** Newest first. */
  readonly loadYear: (year: number) => Promise<readonly Shard[]>;
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
  const loadYear = once(async (year: number): Promise<Shard[]> => {
    const index = (await (await fetchFile(`${folder}${year}/shard.json`, { cache: "no-cache" })).json()) as YearIndex;
    const packed = await Promise.all(
      index.shards.map(async (shard) => await fetchGzip(`${folder}${year}/${shard.folder}/${shard.catalogue}`)),
    );
    let newer = 0;
    return index.shards.map((shard, place) => {
      const rows = toCatalogueRows(year, JSON.parse(packed[place] ?? "") as Catalogue, newer);
      newer += shard.records;
      return { index: shard, address: `${folder}${year}/${shard.folder}/`, rows };
    });
  });
  const loadText = once(fetchGzip);
  return {
    loadYear,
    loadRuns: once(async (year: number) => {
      const shards = await loadYear(year);
      const texts = await Promise.all(shards.map(async ({ address, index }) => await fetchGzip(address + index.runs)));
      return texts.flatMap((text) => text.split("\n")).filter((run) => run !== "");
    }),
    loadEntry: async (year, id) => {
      const shard = (await loadYear(year)).find(({ index }) => id.startsWith(`y${index.key}_`));
      if (!shard) throw new Error(`No shard for ${id}`);
      return JSON.parse(await loadText(`${shard.address}text/${id}.gz`)) as SearchEntry;
    },
  };
}
