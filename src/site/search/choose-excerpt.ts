import { cutExcerpt, type Marked } from "#domain/search/excerpt.ts";
import { findRanges } from "#domain/search/match.ts";
import type { SearchEntry } from "#domain/search/search-entry.ts";
import { FORMS_FOLLOW } from "#domain/view/search-record.ts";

const BREAK = `\n${FORMS_FOLLOW}\n`;

/**
 * Something of the answer, around a hit where it has one. Only a term that neither title nor answer holds brings up
 * the forms of the letter, as a name in the line of the addressee.
 */
export function chooseExcerpt(
  { title, body }: Pick<SearchEntry, "title" | "body">,
  terms: readonly string[],
): Marked[] {
  const at = body.indexOf(BREAK);
  if (at === -1) return cutExcerpt(body, terms);
  const [answer, forms] = [body.slice(0, at), body.slice(at + BREAK.length)];
  const holds = (text: string, term: string) => findRanges(text, [term]).length > 0;
  const elsewhere = terms.filter((term) => !holds(title, term) && !holds(answer, term) && holds(forms, term));
  if (elsewhere.length > 0) return cutExcerpt(forms, elsewhere);
  return cutExcerpt(answer === "" ? forms : answer, terms);
}
