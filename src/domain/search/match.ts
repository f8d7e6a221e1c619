import { searchableTexts, ZONES } from "./fields.ts";
import { foldText, type Fold } from "./fold.ts";
import type { Query } from "./query.ts";
import type { SearchEntry } from "./search-entry.ts";

/** The best zone that holds a folded term, as its place in ZONES; undefined when none does. */
export function findZone(entry: SearchEntry, term: string, fold: Fold = foldText): number | undefined {
  const texts = searchableTexts(entry);
  const zone = ZONES.findIndex((name) => texts[name].some((text) => fold(text).includes(term)));
  return zone === -1 ? undefined : zone;
}

/** The plain meaning of a query, held against the texts: what the index must answer. */
export function matchesEntry(entry: SearchEntry, query: Query, fold: Fold = foldText): boolean {
  const holds = (term: string) => findZone(entry, term, fold) !== undefined;
  return query.groups.length > 0 && query.groups.every((group) => group.some(holds)) && !query.excluded.some(holds);
}

/** Start and end (UTF-16, end excluded) in the text as shown. */
export type Range = readonly [start: number, end: number];

function rangesOfTerm(folded: string, term: string): Range[] {
  const ranges: Range[] = [];
  for (let at = folded.indexOf(term); at !== -1; at = folded.indexOf(term, at + term.length)) {
    ranges.push([at, at + term.length]);
  }
  return ranges;
}

/** Every place of every term, in order, overlapping ones joined. */
export function findRanges(text: string, terms: readonly string[], fold: Fold = foldText): Range[] {
  const folded = fold(text);
  const ranges = terms.flatMap((term) => rangesOfTerm(folded, term)).toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  const joined: Range[] = [];
  for (const range of ranges) {
    const last = joined.at(-1);
    if (last && range[0] <= last[1]) joined[joined.length - 1] = [last[0], Math.max(last[1], range[1])];
    else joined.push(range);
  }
  return joined;
}
