import { FACETS, NOTHING_SELECTED, type Facet, type Selection } from "#domain/search/facets.ts";
import { SORTS, type Sort } from "#domain/search/hit.ts";

/** Everything that decides what the page shows; it lives in the address (design §7). */
export type SearchState = {
  readonly q: string;
  readonly selection: Selection;
  readonly sort: Sort;
  /** Results for words of the same meaning are listed too. */
  readonly isWide: boolean;
  readonly page: number;
};

/** Reads ?q=…&year=2026&unit=…&sort=newest&also=1&page=2; what is not understood is left out. */
export function readState(search: string): SearchState {
  const params = new URLSearchParams(search);
  const chosen = FACETS.map(
    (facet) => [facet, [...new Set(params.getAll(facet).filter((value) => value !== ""))]] as const,
  );
  const page = Number(params.get("page"));
  return {
    q: (params.get("q") ?? "").trim(),
    selection: { ...NOTHING_SELECTED, ...Object.fromEntries(chosen) },
    sort: SORTS.find((sort) => sort === params.get("sort")) ?? "best",
    isWide: params.get("also") === "1",
    page: Number.isInteger(page) && page > 1 ? page : 1,
  };
}

/** The query part of the address, with its question mark; "" for the empty state. */
export function toAddress({ q, selection, sort, isWide, page }: SearchState): string {
  const params = new URLSearchParams();
  if (q !== "") params.set("q", q);
  for (const facet of FACETS) for (const value of selection[facet]) params.append(facet, value);
  if (sort !== "best") params.set("sort", sort);
  if (isWide) params.set("also", "1");
  if (page > 1) params.set("page", String(page));
  const text = params.toString();
  return text === "" ? "" : `?${text}`;
}

/** Chooses a value or gives it up; always back on the first page. */
export function toggleValue(state: SearchState, facet: Facet, value: string): SearchState {
  const chosen = state.selection[facet];
  const next = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
  return { ...state, selection: { ...state.selection, [facet]: next }, page: 1 };
}

/** The state of a new question. */
export function askAnew(q: string): SearchState {
  return { ...readState(""), q };
}

/** Without what only turns the pages: the address to keep, to send, to follow. */
export function toLastingAddress(state: SearchState): string {
  return toAddress({ ...state, page: 1 });
}
