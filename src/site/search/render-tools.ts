import { SORTS } from "#domain/search/hit.ts";
import { toLastingAddress, type SearchState } from "./address-state.ts";
import { make } from "./dom.ts";
import type { SearchWords } from "./words.ts";

/** Order, download, link, follow: what can be done with a list that is not empty. */
export function renderTools(state: SearchState, words: SearchWords, isSaved: boolean): HTMLElement[] {
  const options = SORTS.map((sort) =>
    make("option", { value: sort, selected: sort === state.sort }, words.sorts[sort]),
  );
  const order = make(
    "label",
    { class: "order" },
    "排序",
    make("select", { id: "search-sort", autocomplete: "off" }, ...options),
  );
  const link = make("a", { id: "search-link", class: "button", href: toLastingAddress(state) || "?" }, "复制网址");
  const csv = make("button", { id: "search-csv", type: "button" }, "下载全部（CSV）");
  const save = make(
    "button",
    { id: "search-save", type: "button", "aria-pressed": isSaved ? "true" : "false" },
    isSaved ? "已保存" : "保存搜索",
  );
  return [make("div", { class: "tools" }, order, csv, link, save)];
}
