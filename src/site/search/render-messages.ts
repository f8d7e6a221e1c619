import { FACETS, NOTHING_SELECTED, type Selection } from "#domain/search/facets.ts";
import { toAddress, type SearchState } from "./address-state.ts";
import { make } from "./dom.ts";
import { renderNearest } from "./render-links.ts";
import { HAS_WORD, PAGE_SIZE, type Outcome } from "./session.ts";
import type { SearchWords } from "./words.ts";

function isNarrowed(selection: Selection): boolean {
  return FACETS.some((facet) => selection[facet].length > 0);
}

/** One sentence, read out when it changes. */
export function toStatus(state: SearchState, { selected, pages, targets }: Outcome): string {
  const direct = targets.length === 0 ? "" : `有 ${targets.length} 条可以直达。`;
  if (selected.length === 0) return `${direct}没有找到含有“${state.q}”的内容。`;
  const total = `${direct}找到 ${selected.length} 条结果。`;
  if (pages <= 1) return total;
  const first = (state.page - 1) * PAGE_SIZE + 1;
  return `${total}第 ${state.page} 页，共 ${pages} 页，本页第 ${first} 条至第 ${Math.min(state.page * PAGE_SIZE, selected.length)} 条。`;
}

function renderWithheld({ withheld }: Outcome, words: SearchWords): HTMLElement | false {
  const count = withheld.reduce((sum, { replies }) => sum + replies, 0);
  if (count === 0) return false;
  const years = withheld.flatMap(({ year, replies }, place) => [
    place > 0 && "、",
    make("a", { href: `${words.base}/register/${year}/` }, `${year}年 ${replies} 件`),
  ]);
  return make("li", {}, make("span", {}, `所查年份另有 ${count} 件答复不公开，内容不能搜索：`, ...years, "。"));
}

/** What to do when nothing was found. */
export function renderEmpty(state: SearchState, outcome: Outcome, words: SearchWords): HTMLElement[] {
  const advice = [
    !HAS_WORD.test(state.q) && make("li", {}, "请输入汉字、字母或者数字，只有标点无法搜索。"),
    isNarrowed(state.selection) &&
      make(
        "li",
        {},
        make(
          "a",
          { href: toAddress({ ...state, selection: NOTHING_SELECTED, page: 1 }) },
          `去掉筛选条件${outcome.hits.length > 0 ? `，有 ${outcome.hits.length} 条` : ""}`,
        ),
      ),
    outcome.terms.length > 1 && make("li", {}, "几个词要同时出现才算找到，可以减少一两个词。"),
    make("li", {}, "检查有没有错别字，或者换一个短一些的词，例如把“老旧小区加装电梯”改成“加装电梯”。"),
    make("li", {}, "知道编号的，可以直接输入，例如：第39号、39号建议、2026-39。"),
    renderWithheld(outcome, words),
    make("li", {}, make("a", { href: `${words.base}/replies/` }, "按年份、主题、单位浏览全部答复")),
  ];
  return [renderNearest(outcome), make("ul", { class: "advice" }, ...advice)].filter((part) => part !== false);
}
