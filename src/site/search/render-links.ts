import { askAnew, toAddress, type SearchState } from "./address-state.ts";
import { make } from "./dom.ts";
import type { Target } from "./find-targets.ts";
import type { Outcome } from "./session.ts";
import type { SearchWords } from "./words.ts";

function targetLabel({ row, title }: Target, words: SearchWords): string {
  const { year, number, kind } = row;
  if (number === null) return title ?? row.path;
  const label = `${year}年${number.betweenSessions ? "闭会" : ""}第${number.number}号${words.kinds[kind] ?? ""}`;
  return title === undefined ? label : `${label} ${title}`;
}

/** What a number names, ahead of everything else. */
export function renderTargets(targets: readonly Target[], words: SearchWords): HTMLElement[] {
  if (targets.length === 0) return [];
  const links = targets.map((target) =>
    make("a", { href: `${words.base}${target.row.path}` }, targetLabel(target, words)),
  );
  return [make("p", { class: "direct" }, make("span", {}, "直达："), ...links)];
}

/** A link that the page follows without loading anew. */
function renderQueryLink(state: SearchState, text: string): HTMLElement {
  return make("a", { href: toAddress(state), "data-state": toAddress(state) }, text);
}

function renderKnown({ known }: Outcome, words: SearchWords): HTMLElement | false {
  if (known.length === 0) return false;
  const links = known.map(({ kind, name, path }) =>
    make("li", {}, make("a", { href: `${words.base}${path}` }, `${kind === "unit" ? "单位" : "主题"}：${name}`)),
  );
  return make("div", { class: "known" }, make("p", {}, "您是不是要找"), make("ul", { class: "chips" }, ...links));
}

function renderAlso(state: SearchState, { also }: Outcome): HTMLElement | false {
  if (also.length === 0) return false;
  const found = also.map(({ word, hits }) => `“${word}”${hits.length} 条`).join("，");
  const text = state.isWide ? `已一并列出近义词找到的：${found}。` : `同时查找了近义词，另外找到：${found}。`;
  const turn = renderQueryLink(
    { ...state, isWide: !state.isWide, page: 1 },
    state.isWide ? "只看照原样找到的" : "一并列出",
  );
  return make("p", { class: "note also" }, text, turn);
}

function renderMissing({ missingYears }: Outcome): HTMLElement | false {
  if (missingYears.length === 0) return false;
  const years = missingYears.toSorted((a, b) => b - a).map((year) => `${year}年`);
  return make("p", { class: "note" }, `${years.join("、")}的索引正在更新或者没有取到，这次没有查。请过一会儿再试。`);
}

export function renderNotes(state: SearchState, outcome: Outcome, words: SearchWords): HTMLElement[] {
  return [renderMissing(outcome), renderKnown(outcome, words), renderAlso(state, outcome)].filter(
    (part) => part !== false,
  );
}

const RELATED = 5;

/** Topics of what was found, most first. */
export function renderRelated({ selected }: Outcome, words: SearchWords): HTMLElement[] {
  const counts = new Map<string, number>();
  for (const { row } of selected) if (row.topic !== null) counts.set(row.topic, (counts.get(row.topic) ?? 0) + 1);
  const topics = [...counts].toSorted((a, b) => b[1] - a[1]).slice(0, RELATED);
  const links = topics.flatMap(([name, count]) => {
    const path = words.topics.find((topic) => topic.name === name)?.path;
    return path === undefined
      ? []
      : [make("li", {}, make("a", { href: `${words.base}${path}` }, `${name}（本次 ${count} 条）`))];
  });
  if (links.length === 0) return [];
  return [make("h2", { class: "related" }, "相关主题"), make("ul", { class: "chips" }, ...links)];
}

export function renderNearest({ nearest }: Outcome): HTMLElement | false {
  if (nearest.length === 0) return false;
  const links = nearest.map(({ text, count }) =>
    make("li", {}, renderQueryLink(askAnew(text), `${text}（${count} 条）`)),
  );
  return make("div", {}, make("p", {}, "相近的词能找到："), make("ul", { class: "chips" }, ...links));
}
