import type { Hit } from "#domain/search/hit.ts";
import { synonymsOf } from "#domain/search/synonyms.ts";
import type { Query } from "#domain/search/query.ts";
import type { Finder } from "./find-hits.ts";

/** What a word of the same meaning finds beyond the words that were typed. */
export type Also = { readonly word: string; readonly hits: readonly Hit[] };

const MOST = 4;

type Variant = { readonly word: string; readonly groups: Query["groups"] };

/** The query with one of its words said otherwise. */
function toVariants({ groups }: Query): Variant[] {
  return groups
    .flatMap((group, place) =>
      group.flatMap((term) =>
        synonymsOf(term).map((word) => ({ word, groups: groups.map((own, at) => (at === place ? [word] : own)) })),
      ),
    )
    .slice(0, MOST);
}

/** Each hit counts for the first word that finds it. */
export async function findAlso(
  query: Query,
  exact: readonly Hit[],
  years: readonly number[],
  finder: Finder,
): Promise<Also[]> {
  const variants = toVariants(query);
  const found = await Promise.all(
    variants.map(async ({ groups }) => await finder.findHits({ groups, excluded: query.excluded }, years)),
  );
  const seen = new Set(exact.map(({ row }) => row.path));
  return variants.flatMap(({ word }, place) => {
    const fresh = (found[place]?.hits ?? []).filter(({ row }) => !seen.has(row.path));
    for (const { row } of fresh) seen.add(row.path);
    return fresh.length === 0 ? [] : [{ word, hits: fresh }];
  });
}
