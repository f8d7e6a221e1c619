import type { CatalogueRow } from "#domain/search/catalogue.ts";
import { toDensity, type Hit } from "#domain/search/hit.ts";
import { parseQuery, type Query } from "#domain/search/query.ts";
import type { SearchEntry } from "#domain/search/search-entry.ts";
import { openIndex, type OpenIndex } from "./open-index.ts";
import type { Line, Shard } from "./open-shard.ts";

export type Found = {
  /** Every record of the years that answers the query, exactly (design §7); in no order. */
  readonly hits: readonly Hit[];
  readonly missingYears: readonly number[];
};
export type Finder = {
  readonly index: OpenIndex;
  /** Reads what was typed, folded as the index is. */
  readonly read: (input: string) => Promise<Query>;
  /** @param years none: all of them */
  readonly findHits: (query: Pick<Query, "groups" | "excluded">, years: readonly number[]) => Promise<Found>;
  readonly loadEntry: (row: CatalogueRow) => Promise<SearchEntry>;
  readonly loadLine: (row: CatalogueRow) => Promise<Line>;
};

async function findInShard(shard: Shard, query: Pick<Query, "groups" | "excluded">): Promise<Hit[]> {
  const matches = await shard.find(query);
  return matches.flatMap(({ ordinal, ...match }): Hit[] => {
    const row = shard.rows[ordinal];
    return row ? [{ ...match, row, density: toDensity(match.hits, shard.lengths[ordinal] ?? 0) }] : [];
  });
}

/** @param folder address of the index, ends with a slash */
export function createFinder(folder: string): Finder {
  const index = openIndex(folder);
  return {
    index,
    read: async (input) => parseQuery(input, await index.foldFor(input)),
    findHits: async (query, years) => {
      if (query.groups.length === 0) return { hits: [], missingYears: [] };
      const { shards, missingYears } = await index.openYears(years);
      const hits = (await Promise.all(shards.map(async (shard) => await findInShard(shard, query)))).flat();
      const wanted = years.length === 0 ? hits : hits.filter(({ row }) => years.includes(row.year));
      return { hits: wanted, missingYears };
    },
    loadEntry: async (row) => await (await index.shardOf(row)).loadEntry(row.ordinal),
    loadLine: async (row) => {
      const lines = await (await index.shardOf(row)).loadLines();
      return lines[row.ordinal] ?? ["", ""];
    },
  };
}
