import { toChineseDate } from "#site/format/dates.ts";
import { readState } from "./address-state.ts";
import { getElement, make } from "./dom.ts";
import { createFreshSession } from "./fresh-session.ts";
import { dropSaved, findFresh, readSaved, writeSaved, type SavedSearch } from "./saved-searches.ts";
import type { Outcome } from "./session.ts";
import { toValueLabel, type SearchWords } from "./words.ts";
import { FACETS } from "#domain/search/facets.ts";

const words = JSON.parse(getElement("#search-words", HTMLScriptElement).text) as SearchWords;
const list = getElement("#follow-list", HTMLElement);
const status = getElement("#follow-status", HTMLElement);
const session = createFreshSession(words);
/** What was known when this visit began: a reload does not take the marks away. */
const VISIT = "huiyin-visit";
const SHOWN = 5;

function readVisit(): readonly SavedSearch[] {
  const kept = sessionStorage.getItem(VISIT);
  if (kept !== null) return JSON.parse(kept) as readonly SavedSearch[];
  const now = readSaved();
  sessionStorage.setItem(VISIT, JSON.stringify(now));
  return now;
}

function nameOf(address: string): string {
  const { q, selection } = readState(address);
  const chosen = FACETS.flatMap((facet) => selection[facet].map((value) => toValueLabel(words, facet, value)));
  return [q, ...chosen].join("，");
}

async function renderFresh(outcome: Outcome, fresh: ReadonlySet<string>): Promise<HTMLElement | false> {
  const rows = outcome.selected.map(({ row }) => row).filter(({ path }) => fresh.has(path));
  if (rows.length === 0) return false;
  const shown = rows.slice(0, SHOWN);
  const lines = await outcome.loadLines(shown);
  const items = shown.map((row, at) => {
    const [title, number] = lines[at] ?? ["", ""];
    const label = number === "" ? title : `${row.year}年${number} ${title}`;
    return make("li", {}, make("a", { href: `${words.base}${row.path}` }, label));
  });
  return make("ul", { class: "advice" }, ...items);
}

async function renderSearch(
  search: SavedSearch,
  before: SavedSearch,
): Promise<{ item: HTMLElement; fresh: number; seen: string[] }> {
  const outcome = await session.answer(readState(search.address));
  const seen = outcome.selected.map(({ row }) => row.path);
  const fresh = new Set(findFresh(before, seen));
  const count = fresh.size === 0 ? "没有新的" : `新公开 ${fresh.size} 条`;
  const item = make(
    "li",
    {},
    make("h2", {}, make("a", { href: `${words.base}/search/${search.address}` }, nameOf(search.address))),
    make(
      "p",
      { class: "meta" },
      make("span", { class: fresh.size > 0 ? "tag star" : undefined }, count),
      make("span", {}, `现有 ${seen.length} 条`),
      make("span", {}, `${toChineseDate(search.savedOn)}保存`),
    ),
    await renderFresh(outcome, fresh),
    make(
      "button",
      { type: "button", "data-drop": search.address, "aria-label": `不再保存：${nameOf(search.address)}` },
      "不再保存",
    ),
  );
  return { item, fresh: fresh.size, seen };
}

async function show(): Promise<void> {
  const saved = readSaved();
  if (saved.length === 0) {
    list.replaceChildren();
    status.textContent = "还没有保存的搜索。";
    return;
  }
  status.textContent = "正在查看有没有新的……";
  const visit = readVisit();
  const before = (search: SavedSearch) => visit.find(({ address }) => address === search.address) ?? search;
  const all = await Promise.all(
    saved.map(async (search) => ({ search, ...(await renderSearch(search, before(search))) })),
  );
  list.replaceChildren(...all.map(({ item }) => item));
  const fresh = all.reduce((sum, item) => sum + item.fresh, 0);
  status.textContent = `保存了 ${saved.length} 个搜索，${fresh === 0 ? "上次之后没有新公开的" : `上次之后新公开 ${fresh} 条`}。`;
  // In the order they were kept in: a search saved elsewhere in the meantime stays.
  const seenNow = new Map(all.map(({ search, seen }) => [search.address, seen]));
  writeSaved(readSaved().map((search) => ({ ...search, seen: seenNow.get(search.address) ?? search.seen })));
}

list.addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-drop]") : null;
  if (!button) return;
  writeSaved(dropSaved(readSaved(), button.dataset["drop"] ?? ""));
  button.closest("li")?.remove();
  const left = readSaved().length;
  status.textContent = left === 0 ? "还没有保存的搜索。" : `已经删去，还保存着 ${left} 个搜索。`;
  getElement("h1", HTMLElement).scrollIntoView();
});
show().catch(() => {
  status.textContent = "没有取到搜索索引。请检查网络，然后刷新本页；保存的搜索都还在。";
});
