import type { CatalogueRow, SearchIndex, ShardIndex } from "#domain/search/catalogue.ts";
import { createFold, foldText, type Fold } from "#domain/search/fold.ts";
import type { KnownTerm } from "#domain/search/suggest.ts";
import { loadFresh, once } from "./load.ts";
import { openShard, type Shard } from "./open-shard.ts";

export type OpenShards = {
  readonly shards: readonly Shard[];
  /** Years of which something could not be had: it is being replaced, or the network failed. */
  readonly missingYears: readonly number[];
};
export type OpenIndex = {
  readonly loadIndex: () => Promise<SearchIndex>;
  /** True when `index.json` is no longer what it was when it was first read: files under one name may be of another release. */
  readonly isOutdated: () => Promise<boolean>;
  readonly loadTerms: () => Promise<readonly KnownTerm[]>;
  /** Shards that hold something of the years; of all years where none is given. Throws when none of them can be had. */
  readonly openYears: (years: readonly number[]) => Promise<OpenShards>;
  readonly shardOf: (row: Pick<CatalogueRow, "shard">) => Promise<Shard>;
  /** The fold that the index was made with, as far as the text needs it. */
  readonly foldFor: (text: string) => Promise<Fold>;
};

const HAN = /[\u3400-\u9fff]/gu;

/** True for a text written with the characters of GB 2312: no traditional one is among them. */
function isSimplified(text: string): boolean {
  const known = new TextDecoder("gb18030");
  const rows = Array.from({ length: 0xf7 - 0xb0 + 1 }, (_, place) => 0xb0 + place);
  const bytes = rows.flatMap((row) => Array.from({ length: 0xfe - 0xa1 + 1 }, (_, cell) => [row, 0xa1 + cell]).flat());
  const chars = new Set(known.decode(Uint8Array.from(bytes)));
  return (text.match(HAN) ?? []).every((char) => chars.has(char));
}

/** @param address ends with a slash */
export function openIndex(address: string): OpenIndex {
  const load = once(async (name: string) => await loadFresh(`${address}${name}`));
  const loadIndex = async () => JSON.parse(await load("index.json")) as SearchIndex;
  const opened = once(async (folder: string): Promise<Shard> => {
    const index = (await loadIndex()).shards.find((shard) => shard.folder === folder);
    if (!index) throw new Error(`No shard ${folder}`);
    return await openShard(address, index);
  });
  const openAll = async (wanted: readonly ShardIndex[]): Promise<OpenShards> => {
    const settled = await Promise.allSettled(wanted.map(({ folder }) => opened(folder)));
    const shards = settled.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
    const missing = wanted.filter((_, place) => settled[place]?.status === "rejected");
    if (missing.length === wanted.length && missing.length > 0) throw new Error("The search index can not be had");
    return { shards, missingYears: [...new Set(missing.flatMap(({ years }) => years))] };
  };
  return {
    loadIndex,
    isOutdated: async () => (await load("index.json")) !== (await loadFresh(`${address}index.json`)),
    loadTerms: async () => JSON.parse(await load("terms.json")) as readonly KnownTerm[],
    openYears: async (years) => {
      const { shards } = await loadIndex();
      const isWanted = (shard: ShardIndex) => years.length === 0 || shard.years.some((year) => years.includes(year));
      return await openAll(shards.filter(isWanted));
    },
    shardOf: ({ shard }) => opened(shard),
    foldFor: async (text) => (isSimplified(text) ? foldText : createFold(await load("forms.txt"))),
  };
}
