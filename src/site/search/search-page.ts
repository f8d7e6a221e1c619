import { FACETS } from "#domain/search/facets.ts";
import { readState, toAddress, toggleValue, type SearchState } from "./address-state.ts";
import { getElement } from "./dom.ts";
import { renderFacets } from "./render-facets.ts";
import { renderEmpty, toStatus } from "./render-messages.ts";
import { renderEntry, renderPager, renderTarget } from "./render-results.ts";
import { createSession, type Outcome } from "./session.ts";
import type { SearchWords } from "./words.ts";

const words = JSON.parse(getElement("#search-words", HTMLScriptElement).text) as SearchWords;
const input = getElement("main form.search input[name=q]", HTMLInputElement);
const form = getElement("main form.search", HTMLFormElement);
const panel = getElement("#search-panel", HTMLElement);
const status = getElement("#search-status", HTMLElement);
const direct = getElement("#search-direct", HTMLElement);
const results = getElement("#search-results", HTMLElement);
const messages = getElement("#search-messages", HTMLElement);
const pager = getElement("#search-pager", HTMLElement);
const facets = getElement("#search-facets", HTMLElement);
const filters = getElement("#search-filters", HTMLDetailsElement);
const siteTitle = document.title;

const answer = createSession(words);
let turn = 0;

function clear(): void {
  for (const part of [direct, results, messages, pager, facets]) part.replaceChildren();
}

function show(state: SearchState, outcome: Outcome): void {
  direct.replaceChildren(...(outcome.target ? [renderTarget(outcome.target, words)] : []));
  results.replaceChildren(...outcome.entries.map((entry) => renderEntry(entry, outcome.terms, words)));
  messages.replaceChildren(...(outcome.selected.length === 0 ? [renderEmpty(state, outcome, words)] : []));
  pager.replaceChildren(...renderPager(state, outcome.pages));
  const rows = outcome.hits.map(({ row }) => row);
  facets.replaceChildren(...renderFacets(words, rows, state.selection));
  filters.hidden = facets.childElementCount === 0;
  status.textContent = toStatus(state, outcome);
}

/** Shows what the address says. Of several in quick succession only the last one is shown. */
async function run(): Promise<void> {
  const state = readState(location.search);
  const mine = ++turn;
  input.value = state.q;
  document.title = state.q === "" ? siteTitle : `${state.q}_${siteTitle}`;
  panel.hidden = state.q === "";
  if (state.q === "") {
    status.textContent = "";
    clear();
    return;
  }
  status.textContent = "正在搜索……";
  try {
    const outcome = await answer(state);
    if (mine === turn) show(state, outcome);
  } catch {
    if (mine !== turn) return;
    clear();
    status.textContent = "没有取到搜索索引。请检查网络，再按一次“搜索”；如果网站刚刚更新过，请刷新本页。";
  }
}

async function go(state: SearchState): Promise<void> {
  const address = toAddress(state);
  if (address !== location.search) history.pushState(null, "", address || location.pathname);
  await run();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const state = readState(location.search);
  const q = input.value.trim();
  void go(q === state.q ? { ...state, page: 1 } : { ...readState(""), q });
});

async function toggle(box: HTMLInputElement): Promise<void> {
  const { name, value } = box;
  const facet = FACETS.find((candidate) => candidate === name);
  if (!facet) return;
  await go(toggleValue(readState(location.search), facet, value));
  // The boxes are drawn anew: the one that was used keeps the focus.
  const boxes = [...facets.querySelectorAll("input")];
  boxes.find((other) => other.name === name && other.value === value)?.focus();
}

async function turnTo(page: number): Promise<void> {
  await go({ ...readState(location.search), page });
  panel.focus();
  panel.scrollIntoView();
}

facets.addEventListener("change", (event) => {
  if (event.target instanceof HTMLInputElement) void toggle(event.target);
});

pager.addEventListener("click", (event) => {
  if (!(event.target instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  void turnTo(Number(event.target.dataset["page"]));
});

addEventListener("popstate", () => void run());
filters.open = matchMedia("(min-width: 60rem)").matches;
if (readState(location.search).q === "") input.focus();
void run();
