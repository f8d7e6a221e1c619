import { isSelected } from "#domain/search/facets.ts";
import type { Hit } from "#domain/search/hit.ts";
import { parseQuery } from "#domain/search/query.ts";
import type { SearchEntry } from "#domain/search/search-entry.ts";
import type { SearchState } from "./address-state.ts";
import { createFinder } from "./find-hits.ts";
import type { Target } from "./find-target.ts";
import type { SearchWords } from "./words.ts";

export const PAGE_SIZE = 20;

export type Outcome = {
  readonly terms: readonly string[];
  /** In every year searched, before facets narrow them. */
  readonly hits: readonly Hit[];
  readonly selected: readonly Hit[];
  /** The texts of the page shown. */
  readonly entries: readonly SearchEntry[];
  readonly pages: number;
  readonly target: Target | undefined;
};

/** Answers one state after another; keeps what it has loaded. */
export function createSession(words: SearchWords): (state: SearchState) => Promise<Outcome> {
  const finder = createFinder(words.folder);
  let isEveryYearOpen = false;

  /** A choice of years spares the others, until all of them are there anyway. */
  const yearsFor = ({ selection }: SearchState): readonly number[] => {
    const chosen = words.years.filter((year) => selection.year.includes(String(year)));
    return isEveryYearOpen || chosen.length === 0 ? words.years : chosen;
  };
  return async (state) => {
    const query = parseQuery(state.q);
    const years = yearsFor(state);
    const [hits, target] = await Promise.all([finder.findHits(query, years), finder.findTarget(query, years)]);
    isEveryYearOpen ||= years.length === words.years.length;
    const selected = hits.filter(({ row }) => isSelected(row, state.selection));
    const shown = selected.slice((state.page - 1) * PAGE_SIZE, state.page * PAGE_SIZE);
    const entries = await Promise.all(shown.map(finder.loadEntry));
    return { terms: query.terms, hits, selected, entries, pages: Math.ceil(selected.length / PAGE_SIZE), target };
  };
}
