import { markHits, type Marked } from "#domain/search/excerpt.ts";
import { createFold } from "#domain/search/fold.ts";
import type { SearchEntry } from "#domain/search/search-entry.ts";
import { toChineseDate } from "#site/format/dates.ts";
import { chooseExcerpt } from "./choose-excerpt.ts";
import { make } from "./dom.ts";
import type { SearchWords } from "./words.ts";

function toNodes(pieces: readonly Marked[]): (Node | string)[] {
  return pieces.map(({ text, isHit }) => (isHit ? make("mark", {}, text) : text));
}

/** Hits outside title and body are shown where they are: in the line of facts. */
function renderFacts(entry: SearchEntry, mark: (text: string) => (Node | string)[], words: SearchWords): HTMLElement {
  const number = entry.numberLabel === "" ? (words.kinds["document"] ?? "") : (entry.numberTexts[0] ?? "");
  const texts = [number, entry.units.join("、"), entry.topic ?? "", ...entry.docNumbers, ...entry.outcomes];
  const facts = texts.filter((text) => text !== "").map((text) => make("span", {}, ...mark(text)));
  const day = make("time", { class: "nowrap", datetime: entry.publishedOn }, `${toChineseDate(entry.publishedOn)}公开`);
  const star = entry.keyItem && make("span", { class: "tag star" }, "重点办理");
  const mode = entry.mode !== "full" && make("span", { class: "tag" }, words.modes[entry.mode]);
  return make("p", { class: "meta" }, ...facts, day, star, mode);
}

/** Names that are found but stand in no line of the result: proposers. */
function renderNames(entry: SearchEntry, terms: readonly string[]): HTMLElement | undefined {
  const fold = createFold(entry.pairs);
  const found = entry.proposers.filter((name) => terms.some((term) => fold(name).includes(term)));
  if (found.length === 0) return undefined;
  return make("p", { class: "meta" }, "提出人：", ...toNodes(markHits(found.join("、"), terms, fold)));
}

export function renderEntry(entry: SearchEntry, terms: readonly string[], words: SearchWords): HTMLElement {
  const fold = createFold(entry.pairs);
  const mark = (text: string) => toNodes(markHits(text, terms, fold));
  const link = make("a", { class: "t1", href: `${words.base}${entry.path}` }, make("span", {}, ...mark(entry.title)));
  const excerpt = make("p", { class: "excerpt" }, ...toNodes(chooseExcerpt(entry, terms)));
  return make("li", {}, make("h3", {}, link), renderFacts(entry, mark, words), renderNames(entry, terms), excerpt);
}
