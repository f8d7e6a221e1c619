import { termsOf, type Query } from "#domain/search/query.ts";
import { nearWords, partsOf } from "#domain/search/suggest.ts";
import { fieldWords } from "#domain/search/synonyms.ts";
import type { Finder } from "./find-hits.ts";

export type Nearest = { readonly text: string; readonly count: number };

/** Longer words would ask for too much. */
const LONGEST = 16;
const MOST = 6;

async function countAll(texts: readonly string[], years: readonly number[], finder: Finder): Promise<Nearest[]> {
  const counted = texts.map(async (text) => {
    const { hits } = await finder.findHits({ groups: [[text]], excluded: [] }, years);
    return { text, count: hits.length };
  });
  return (await Promise.all(counted)).filter(({ count }) => count > 0);
}

/** The longest parts of a word that are found. */
async function findParts(term: string, years: readonly number[], finder: Finder): Promise<Nearest[]> {
  for (const parts of partsOf(term.slice(0, LONGEST))) {
    const found = await countAll(parts, years, finder);
    if (found.length > 0) return found;
  }
  return [];
}

/** What could be asked instead of a query that finds nothing: its words alone, their parts, words that look like them. */
export async function findNearest(
  query: Query,
  names: readonly string[],
  years: readonly number[],
  finder: Finder,
): Promise<Nearest[]> {
  const terms = termsOf(query);
  const alone = terms.length > 1 ? await countAll(terms, years, finder) : [];
  const missing = terms.filter((term) => !alone.some(({ text }) => text === term));
  const words = [...names, ...fieldWords()];
  const parts = (await Promise.all(missing.map(async (term) => await findParts(term, years, finder)))).flat();
  const holding = words.filter((word) => parts.some(({ text }) => word !== text && word.includes(text)));
  const near = missing.flatMap((term) => nearWords(term, words));
  const like = await countAll([...new Set([...near, ...holding])].slice(0, MOST), years, finder);
  const all = [...alone, ...like, ...parts];
  return [...new Map(all.map((item) => [item.text, item])).values()].slice(0, MOST);
}
