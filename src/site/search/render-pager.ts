import { toPagerPages } from "#site/format/pager-pages.ts";
import { toAddress, type SearchState } from "./address-state.ts";
import { make } from "./dom.ts";

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
