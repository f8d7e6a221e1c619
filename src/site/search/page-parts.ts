import type { SearchState } from "./address-state.ts";
import { getElement } from "./dom.ts";
import { renderFacets } from "./render-facets.ts";
import { renderNotes, renderRelated, renderTargets } from "./render-links.ts";
import { renderEmpty, toStatus } from "./render-messages.ts";
import { renderPager } from "./render-pager.ts";
import { renderEntry } from "./render-results.ts";
import { renderTools } from "./render-tools.ts";
import { renderYears } from "./render-years.ts";
import { readSaved } from "./saved-searches.ts";
import { toLastingAddress } from "./address-state.ts";
import type { Outcome } from "./session.ts";
import type { SearchWords } from "./words.ts";

/** The parts of the search page that change. */
export const view = {
  input: getElement("main form.search input[name=q]", HTMLInputElement),
  form: getElement("main form.search", HTMLFormElement),
  panel: getElement("#search-panel", HTMLElement),
  status: getElement("#search-status", HTMLElement),
  direct: getElement("#search-direct", HTMLElement),
  notes: getElement("#search-notes", HTMLElement),
  tools: getElement("#search-tools", HTMLElement),
  results: getElement("#search-results", HTMLElement),
  messages: getElement("#search-messages", HTMLElement),
  pager: getElement("#search-pager", HTMLElement),
  related: getElement("#search-related", HTMLElement),
  years: getElement("#search-years", HTMLElement),
  facets: getElement("#search-facets", HTMLElement),
  filters: getElement("#search-filters", HTMLDetailsElement),
};

export function clearView(): void {
  const { direct, notes, tools, results, messages, pager, related, years, facets } = view;
  for (const part of [direct, notes, tools, results, messages, pager, related, years, facets]) part.replaceChildren();
  view.panel.hidden = true;
  view.status.textContent = "";
}

export function showOutcome(state: SearchState, outcome: Outcome, words: SearchWords): void {
  const isEmpty = outcome.selected.length === 0;
  const rows = outcome.hits.map(({ row }) => row);
  const isSaved = readSaved().some(({ address }) => address === toLastingAddress(state));
  view.direct.replaceChildren(...renderTargets(outcome.targets, words));
  view.notes.replaceChildren(...renderNotes(state, outcome, words));
  view.tools.replaceChildren(...(isEmpty ? [] : renderTools(state, words, isSaved)));
  view.results.replaceChildren(...outcome.entries.map((entry) => renderEntry(entry, outcome.terms, words)));
  view.messages.replaceChildren(...(isEmpty ? renderEmpty(state, outcome, words) : []));
  view.pager.replaceChildren(...renderPager(state, outcome.pages));
  view.related.replaceChildren(...renderRelated(outcome, words));
  view.years.replaceChildren(...renderYears(words, rows, state.selection));
  view.facets.replaceChildren(...renderFacets(words, rows, state.selection));
  view.filters.hidden = view.facets.childElementCount === 0;
  view.panel.hidden = false;
  view.status.textContent = toStatus(state, outcome);
}

/** A click that means this page, not another tab or a download. */
export function isHere(event: MouseEvent): boolean {
  return event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
}
