import type { CatalogueRow } from "#domain/search/catalogue.ts";
import { foldText } from "#domain/search/fold.ts";
import { isTarget } from "#domain/search/hit.ts";
import { documentKey } from "#domain/search/number-form.ts";
import type { Query } from "#domain/search/query.ts";
import type { SearchEntry } from "#domain/search/search-entry.ts";
import type { Finder } from "./find-hits.ts";

/** What a number names: the title is known only where it had to be read. */
export type Target = { readonly row: CatalogueRow; readonly title: string | undefined };

/** Ten years and more of both kinds: still a list to choose from. */
const MOST = 24;
/** What a 文号 is looked for among: texts to read. */
const READ = 40;

function hasNumber(entry: SearchEntry, key: string): boolean {
  return [...entry.docNumbers, ...entry.indexNumbers].some((number) => documentKey(foldText(number)) === key);
}

async function findByKey(key: string, years: readonly number[], finder: Finder): Promise<Target[]> {
  const { hits } = await finder.findHits({ groups: [[key]], excluded: [] }, years);
  const near = hits.toSorted((a, b) => a.distance - b.distance).slice(0, READ);
  const read = near.map(async ({ row }): Promise<Target[]> => {
    const entry = await finder.loadEntry(row);
    return hasNumber(entry, key) ? [{ row, title: entry.title }] : [];
  });
  return (await Promise.all(read)).flat();
}

/** The records that a number names, newest first; none where it names too many to choose from. */
export async function findTargets(query: Query, years: readonly number[], finder: Finder): Promise<Target[]> {
  const form = query.numberForm;
  if (!form) return [];
  if (form.type === "document") return await findByKey(form.key, years, finder);
  const { shards } = await finder.index.openYears(years);
  const rows = shards.flatMap((shard) => shard.rows).filter((row) => isTarget(row, form));
  if (rows.length > MOST) return [];
  return rows.toSorted((a, b) => b.year - a.year).map((row) => ({ row, title: undefined }));
}
