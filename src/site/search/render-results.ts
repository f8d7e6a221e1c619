import { markHits, type Marked } from "#domain/search/excerpt.ts";
import type { SearchEntry } from "#domain/search/search-entry.ts";
import { toChineseDate } from "#site/format/dates.ts";
import { toPagerPages } from "#site/format/pager-pages.ts";
import { toAddress, type SearchState } from "./address-state.ts";
import { chooseExcerpt } from "./choose-excerpt.ts";
import { make } from "./dom.ts";
import type { Target } from "./find-target.ts";
import type { SearchWords } from "./words.ts";

function toNodes(pieces: readonly Marked[]): (Node | string)[] {
  return pieces.map(({ text, isHit }) => (isHit ? make("mark", {}, text) : text));
}

/** Hits outside title and body are shown where they are: in the line of facts. */
function renderFacts(entry: SearchEntry, terms: readonly string[], words: SearchWords): HTMLElement {
  const number = entry.numberLabel === "" ? (words.kinds["document"] ?? "") : (entry.numberTexts[0] ?? "");
  const texts = [number, entry.units.join("、"), entry.topic ?? "", ...entry.docNumbers, ...entry.outcomes];
  const facts = texts.filter((text) => text !== "").map((text) => make("span", {}, ...toNodes(markHits(text, terms))));
  const day = make("time", { class: "nowrap", datetime: entry.publishedOn }, `${toChineseDate(entry.publishedOn)}公开`);
  const star = entry.keyItem && make("span", { class: "tag star" }, "重点办理");
  const mode = entry.mode !== "full" && make("span", { class: "tag" }, words.modes[entry.mode]);
  return make("p", { class: "meta" }, ...facts, day, star, mode);
}

export function renderEntry(entry: SearchEntry, terms: readonly string[], words: SearchWords): HTMLElement {
  const link = make(
    "a",
    { class: "t1", href: `${words.base}${entry.path}` },
    make("span", {}, ...toNodes(markHits(entry.title, terms))),
  );
  const excerpt = make("p", { class: "excerpt" }, ...toNodes(chooseExcerpt(entry, terms)));
  return make("li", {}, make("h3", {}, link), renderFacts(entry, terms, words), excerpt);
}

/** What the number names, ahead of everything else. */
export function renderTarget(target: Target, words: SearchWords): HTMLElement {
  if (target.type === "document") {
    const { entry } = target;
    return make("p", { class: "direct" }, "直达：", make("a", { href: `${words.base}${entry.path}` }, entry.title));
  }
  const { year, number, kind, path } = target.row;
  const label = `${year}年${number?.betweenSessions ? "闭会" : ""}第${number?.number ?? ""}号${words.kinds[kind] ?? ""}`;
  return make("p", { class: "direct" }, "直达：", make("a", { href: `${words.base}${path}` }, label));
}

function renderPageLink(state: SearchState, page: number, label: string, rel?: string): HTMLElement {
  const isNumber = rel === undefined;
  return make(
    "a",
    {
      href: toAddress({ ...state, page }) || "?",
      "data-page": String(page),
      class: isNumber ? undefined : "button",
      rel,
      "aria-label": isNumber ? `第 ${page} 页` : undefined,
    },
    label,
  );
}

/** Empty for a single page. */
export function renderPager(state: SearchState, pages: number): HTMLElement[] {
  if (pages <= 1) return [];
  const items = toPagerPages(state.page, pages).map((page) => {
    if (page === null) return make("li", {}, make("span", {}, "…"));
    const isHere = page === state.page;
    return make(
      "li",
      {},
      isHere ? make("span", { "aria-current": "page" }, String(page)) : renderPageLink(state, page, String(page)),
    );
  });
  const previous = state.page > 1 && renderPageLink(state, state.page - 1, "上一页", "prev");
  const next = state.page < pages && renderPageLink(state, state.page + 1, "下一页", "next");
  return [
    make("nav", { class: "pager", "aria-label": "翻页" }, previous, make("ol", { class: "chips" }, ...items), next),
  ];
}
