import type { Facet } from "#domain/search/facets.ts";
import type { Sort } from "#domain/search/hit.ts";

/** What the page tells its script, as JSON in the page: the tables of the house need not travel to the browser. */
export type SearchWords = {
  /** Address of the index, with the base path, ends with a slash. */
  readonly folder: string;
  /** Base path without a slash at the end. */
  readonly base: string;
  readonly years: readonly number[];
  /** Topics that have a page. */
  readonly topics: readonly { readonly name: string; readonly path: string }[];
  readonly facets: Readonly<Record<Facet, string>>;
  readonly kinds: Readonly<Record<string, string>>;
  readonly modes: Readonly<Record<string, string>>;
  readonly sorts: Readonly<Record<Sort, string>>;
};

/** A facet value as it is read. */
export function toValueLabel(words: SearchWords, facet: Facet, value: string): string {
  if (facet === "year") return `${value}年`;
  if (facet === "kind") return words.kinds[value] ?? value;
  if (facet === "mode") return words.modes[value] ?? value;
  return facet === "key" ? "重点办理" : value;
}
