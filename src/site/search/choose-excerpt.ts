import { cutExcerpt, type Marked } from "#domain/search/excerpt.ts";
import { createFold } from "#domain/search/fold.ts";
import { findRanges } from "#domain/search/match.ts";
import type { SearchEntry } from "#domain/search/search-entry.ts";
import { FORMS_FOLLOW } from "#domain/view/search-record.ts";

const BREAK = `\n${FORMS_FOLLOW}\n`;

/**
 * Something of the answer, around a hit where it has one. Only a term that neither title nor answer holds brings up
 * the forms of the letter, as a name in the line of the addressee.
 */
export function chooseExcerpt(
  { title, body, pairs }: Pick<SearchEntry, "title" | "body" | "pairs">,
  terms: readonly string[],
): Marked[] {
  const fold = createFold(pairs);
  const at = body.indexOf(BREAK);
  if (at === -1) return cutExcerpt(body, terms, fold);
  const [answer, forms] = [body.slice(0, at), body.slice(at + BREAK.length)];
  const holds = (text: string, term: string) => findRanges(text, [term], fold).length > 0;
  const elsewhere = terms.filter((term) => !holds(title, term) && !holds(answer, term) && holds(forms, term));
  if (elsewhere.length > 0) return cutExcerpt(forms, elsewhere, fold);
  return cutExcerpt(answer === "" ? forms : answer, terms, fold);
}
