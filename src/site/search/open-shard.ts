import { toCatalogueRows, type Catalogue, type CatalogueRow, type ShardIndex } from "#domain/search/catalogue.ts";
import { combine, toSingleHits, toTermHits, type Match, type TermHits } from "#domain/search/combine.ts";
import { coverOffsets, findPhrase, toStarts } from "#domain/search/find-phrase.ts";
import { decodeGrams, fileOfGram, type GramLayout } from "#domain/search/gram-files.ts";
import { readPostings } from "#domain/search/postings.ts";
import type { Query } from "#domain/search/query.ts";
import type { SearchEntry } from "#domain/search/search-entry.ts";
import { toPoints } from "#domain/search/stream.ts";
import { loadBytes, loadGzip, once } from "./load.ts";

/** Title, 编号, 文号s of a record. */
export type Line = readonly [title: string, number: string, ...docNumbers: string[]];
export type Shard = {
  readonly rows: readonly CatalogueRow[];
  /** Characters of each record. */
  readonly lengths: readonly number[];
  readonly find: (query: Pick<Query, "groups" | "excluded">) => Promise<Match[]>;
  readonly loadEntry: (ordinal: number) => Promise<SearchEntry>;
  readonly loadLines: () => Promise<readonly Line[]>;
};

/** Where a gram stands; the files are loaded as they are asked for. */
function openGrams(folder: string, version: string, layout: GramLayout) {
  const loadFile = once(async (name: string) => decodeGrams(await loadBytes(`${folder}${name}.grams${version}`)));
  return async (first: number, second: number): Promise<Uint32Array> => {
    const grams = await loadFile(fileOfGram(layout, first, second));
    const gram = grams.find((candidate) => candidate.first === first && candidate.second === second);
    return gram ? readPostings(gram.postings) : new Uint32Array();
  };
}

/** @param address of the index, ends with a slash */
export async function openShard(address: string, index: ShardIndex): Promise<Shard> {
  const folder = `${address}${index.folder}/`;
  const version = `?v=${index.version}`;
  const catalogue = JSON.parse(await loadGzip(`${folder}head.gz${version}`)) as Catalogue;
  const starts = toStarts(catalogue.lengths);
  const findPair = openGrams(`${folder}pairs/`, version, catalogue.pairs);
  const findSingle = openGrams(`${folder}singles/`, version, catalogue.singles);

  const findTerm = once(async (term: string): Promise<TermHits> => {
    const points = toPoints(term);
    if (points.length === 1) return toSingleHits(await findSingle(points[0] ?? 0, 0));
    const lists = coverOffsets(points.length).map(async (offset) => ({
      offset,
      positions: await findPair(points[offset] ?? 0, points[offset + 1] ?? 0),
    }));
    return toTermHits(findPhrase(await Promise.all(lists)), starts, points.length);
  });
  const loadLines = once(
    async (name: string) => JSON.parse(await loadGzip(`${folder}${name}${version}`)) as readonly Line[],
  );
  return {
    rows: toCatalogueRows(index.folder, catalogue),
    lengths: catalogue.lengths,
    find: async ({ groups, excluded }) => {
      const [wanted, unwanted] = await Promise.all([
        Promise.all(groups.map((group) => Promise.all(group.map(findTerm)))),
        Promise.all(excluded.map(findTerm)),
      ]);
      return combine(wanted, unwanted, starts);
    },
    loadEntry: once(
      async (ordinal: number) => JSON.parse(await loadGzip(`${folder}text/${ordinal}.gz${version}`)) as SearchEntry,
    ),
    loadLines: () => loadLines("lines.gz"),
  };
}
