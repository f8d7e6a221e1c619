import { isSelected } from "#domain/search/facets.ts";
import { foldText } from "#domain/search/fold.ts";
import type { CatalogueRow } from "#domain/search/catalogue.ts";
import { sortHits, type Hit } from "#domain/search/hit.ts";
import { termsOf, type Query } from "#domain/search/query.ts";
import type { SearchEntry } from "#domain/search/search-entry.ts";
import { isPinyin, suggestTerms, type KnownTerm } from "#domain/search/suggest.ts";
import type { SearchState } from "./address-state.ts";
import { createFinder } from "./find-hits.ts";
import { findNearest, type Nearest } from "./find-nearest.ts";
import { findTargets, type Target } from "./find-targets.ts";
import type { Line } from "./open-shard.ts";
import { findAlso, type Also } from "./widen.ts";
import type { SearchWords } from "./words.ts";

export const PAGE_SIZE = 20;
export const HAS_WORD = /[\p{L}\p{N}]/u;

export type Outcome = {
  /** What is marked in the texts. */
  readonly terms: readonly string[];
  /** In every year searched, before facets narrow them. */
  readonly hits: readonly Hit[];
  readonly selected: readonly Hit[];
  /** The texts of the page shown. */
  readonly entries: readonly SearchEntry[];
  readonly pages: number;
  readonly targets: readonly Target[];
  /** Words of the same meaning that find more. */
  readonly also: readonly Also[];
  /** Units and topics that may be meant. */
  readonly known: readonly KnownTerm[];
  /** Only where nothing was found. */
  readonly nearest: readonly Nearest[];
  /** Replies of the years searched that are kept back. */
  readonly withheld: readonly { readonly year: number; readonly replies: number }[];
  readonly missingYears: readonly number[];
  /** Titles and numbers of rows of this answer. Throws where the index has changed since: ordinals are of one index alone. */
  readonly loadLines: (rows: readonly CatalogueRow[]) => Promise<readonly Line[]>;
};
export type Session = {
  readonly answer: (state: SearchState) => Promise<Outcome>;
  /** What it has loaded may no longer fit what it would load now. */
  readonly isOutdated: () => Promise<boolean>;
};

/** Answers one state after another; keeps what it has loaded. */
export function createSession(words: SearchWords): Session {
  const finder = createFinder(words.folder);
  let isEveryYearOpen = false;

  /** A choice of years spares the others, until all of them are there anyway. */
  const yearsFor = ({ selection }: SearchState): readonly number[] => {
    const chosen = words.years.filter((year) => selection.year.includes(String(year)));
    return isEveryYearOpen ? [] : chosen;
  };
  /** The list of names is loaded where it may help: for letters, and where nothing was found. */
  const suggest = async (q: string, isEmpty: boolean) => {
    const folded = foldText(q);
    if (!isPinyin(folded) && !isEmpty) return { names: [], known: [] };
    const terms = await finder.index.loadTerms().catch(() => []);
    return { names: terms.map(({ name }) => name), known: suggestTerms(folded, terms) };
  };
  const help = async (query: Query, state: SearchState, years: readonly number[], isEmpty: boolean) => {
    const { names, known } = await suggest(state.q, isEmpty);
    return { known, nearest: isEmpty ? await findNearest(query, names, years, finder) : [] };
  };

  const loadLines = async (rows: readonly CatalogueRow[]): Promise<readonly Line[]> => {
    const lines = await Promise.all(rows.map(finder.loadLine));
    if (await finder.index.isOutdated()) throw new Error("The search index has changed");
    return lines;
  };
  const answer = async (state: SearchState): Promise<Outcome> => {
    const read = await finder.read(state.q);
    // Marks alone stand in every text.
    const query = HAS_WORD.test(state.q) ? read : { ...read, groups: [] };
    const years = yearsFor(state);
    const [found, targets, { withheld }] = await Promise.all([
      finder.findHits(query, years),
      findTargets(query, years, finder),
      finder.index.loadIndex(),
    ]);
    isEveryYearOpen ||= years.length === 0;
    const also = await findAlso(query, found.hits, years, finder);
    const more = state.isWide ? also.flatMap(({ hits }) => hits) : [];
    const hits = [...sortHits(found.hits, state.sort), ...more];
    const ordered = state.isWide ? sortHits(hits, state.sort) : hits;
    const selected = ordered.filter(({ row }) => isSelected(row, state.selection));
    const shown = selected.slice((state.page - 1) * PAGE_SIZE, state.page * PAGE_SIZE);
    const entries = await Promise.all(shown.map(({ row }) => finder.loadEntry(row)));
    const isOfYears = ({ year }: { year: number }) => years.length === 0 || years.includes(year);
    return {
      terms: [...termsOf(query), ...(state.isWide ? also.map(({ word }) => word) : [])],
      hits: ordered,
      selected,
      entries,
      pages: Math.ceil(selected.length / PAGE_SIZE),
      targets,
      also,
      ...(await help(query, state, years, ordered.length === 0)),
      withheld: withheld.filter(isOfYears),
      missingYears: found.missingYears,
      loadLines,
    };
  };
  return { answer, isOutdated: finder.index.isOutdated };
}
