import { FACETS } from "#domain/search/facets.ts";
import { SORTS } from "#domain/search/hit.ts";
import { askAnew, readState, toAddress, toggleValue, type SearchState } from "./address-state.ts";
import { getElement } from "./dom.ts";
import { createFreshSession } from "./fresh-session.ts";
import { moveByKeys } from "./move-by-keys.ts";
import { clearView, isHere, showOutcome, view } from "./page-parts.ts";
import type { Outcome } from "./session.ts";
import { createTools } from "./tools.ts";
import type { SearchWords } from "./words.ts";

const words = JSON.parse(getElement("#search-words", HTMLScriptElement).text) as SearchWords;
const siteTitle = document.title;
/** After the last key: searching while someone types a word would load what nobody asked for. */
const TYPING_MS = 350;
const FAILED = "没有取到搜索索引。请检查网络，再按一次“搜索”；如果网站刚刚更新过，请刷新本页。";

const session = createFreshSession(words);
let shown: { readonly state: SearchState; readonly outcome: Outcome } | undefined;
let turn = 0;
let typing: ReturnType<typeof setTimeout> | undefined;

/** Shows what the address says. Of several in quick succession only the last one is shown; until then, what was there. */
async function run(): Promise<void> {
  const state = readState(location.search);
  const mine = ++turn;
  document.title = state.q === "" ? siteTitle : `${state.q}_${siteTitle}`;
  if (state.q === "") {
    clearView();
    return;
  }
  if (!shown || view.panel.hidden) view.status.textContent = "正在搜索……";
  try {
    const outcome = await session.answer(state);
    if (mine !== turn) return;
    shown = { state, outcome };
    showOutcome(state, outcome, words);
  } catch {
    if (mine !== turn) return;
    clearView();
    view.status.textContent = FAILED;
  }
}

async function go(state: SearchState, isTyping = false): Promise<void> {
  clearTimeout(typing);
  const address = toAddress(state);
  if (address !== location.search) {
    // What is typed letter by letter is one step back, not many.
    if (isTyping && readState(location.search).q !== "") history.replaceState(null, "", address || location.pathname);
    else history.pushState(null, "", address || location.pathname);
  }
  await run();
}

/** From the box of another page a number goes straight to the one thing that it names; back leads to what was found. */
async function arrive(): Promise<void> {
  const isDirect = new URLSearchParams(location.search).has("go");
  if (isDirect) history.replaceState(null, "", toAddress(readState(location.search)) || location.pathname);
  await run();
  const [target, other] = shown?.outcome.targets ?? [];
  if (isDirect && target && !other) location.assign(`${words.base}${target.row.path}`);
}

function ask(isTyping: boolean): Promise<void> {
  const state = readState(location.search);
  const q = view.input.value.trim();
  if (isTyping && q === state.q) return Promise.resolve();
  return go(q === state.q ? { ...state, page: 1 } : { ...askAnew(q), sort: state.sort }, isTyping);
}

async function toggle(box: HTMLInputElement): Promise<void> {
  const { name, value } = box;
  const facet = FACETS.find((candidate) => candidate === name);
  if (!facet) return;
  await go(toggleValue(readState(location.search), facet, value));
  // The boxes are drawn anew: the one that was used keeps the focus.
  const boxes = [...view.facets.querySelectorAll("input")];
  boxes.find((other) => other.name === name && other.value === value)?.focus();
}

async function toggleYear(year: string): Promise<void> {
  await go(toggleValue(readState(location.search), "year", year));
  view.years.querySelector<HTMLElement>(`[data-year="${CSS.escape(year)}"]`)?.focus();
}

async function turnTo(page: number): Promise<void> {
  await go({ ...readState(location.search), page });
  view.panel.focus();
  view.panel.scrollIntoView();
}

view.form.addEventListener("submit", (event) => {
  event.preventDefault();
  void ask(false);
});
view.input.addEventListener("input", (event) => {
  clearTimeout(typing);
  // While a word is put together from letters there is nothing to search for yet.
  if (event instanceof InputEvent && event.isComposing) return;
  if ([...view.input.value.trim()].length >= 2) typing = setTimeout(() => void ask(true), TYPING_MS);
});
view.input.addEventListener("compositionend", () => {
  clearTimeout(typing);
  if ([...view.input.value.trim()].length >= 2) typing = setTimeout(() => void ask(true), TYPING_MS);
});
view.facets.addEventListener("change", (event) => {
  if (event.target instanceof HTMLInputElement) void toggle(event.target);
});
view.panel.addEventListener("click", (event) => {
  const target =
    event.target instanceof Element ? event.target.closest("[data-page], [data-state], [data-year]") : null;
  if (!(target instanceof HTMLElement) || !isHere(event)) return;
  const { page, state, year } = target.dataset;
  event.preventDefault();
  if (page !== undefined) void turnTo(Number(page));
  else if (year !== undefined) void toggleYear(year);
  else if (state !== undefined) {
    view.input.value = readState(state).q;
    void go(readState(state)).then(() => view.panel.focus());
  }
});
view.tools.addEventListener("change", (event) => {
  if (!(event.target instanceof HTMLSelectElement)) return;
  const wanted = event.target.value;
  const sort = SORTS.find((candidate) => candidate === wanted) ?? "best";
  void go({ ...readState(location.search), sort, page: 1 }).then(() =>
    document.querySelector<HTMLElement>("#search-sort")?.focus(),
  );
});
createTools(words, () => shown);
moveByKeys();
addEventListener("popstate", () => {
  view.input.value = readState(location.search).q;
  void run();
});
view.filters.open = matchMedia("(min-width: 60rem)").matches;
view.input.value = readState(location.search).q;
if (view.input.value === "") view.input.focus();
void arrive();
