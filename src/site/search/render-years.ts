import { countFacet, type Selection } from "#domain/search/facets.ts";
import type { CatalogueRow } from "#domain/search/catalogue.ts";
import { make } from "./dom.ts";
import type { SearchWords } from "./words.ts";

const HEIGHT = 56;
/** As many bars as a phone has room for. */
const MOST = 12;
const SVG = "http://www.w3.org/2000/svg";

function drawBar(share: number): SVGSVGElement {
  const svg = document.createElementNS(SVG, "svg");
  const bar = document.createElementNS(SVG, "rect");
  const height = share === 0 ? 0 : Math.max(2, Math.round(HEIGHT * share));
  for (const [name, value] of Object.entries({
    viewBox: `0 0 10 ${HEIGHT}`,
    preserveAspectRatio: "none",
    "aria-hidden": "true",
  }))
    svg.setAttribute(name, value);
  for (const [name, value] of Object.entries({ x: 0, y: HEIGHT - height, width: 10, height }))
    bar.setAttribute(name, String(value));
  svg.append(bar);
  return svg;
}

/** A bar for each of the latest years; each bar chooses its year. */
export function renderYears(words: SearchWords, rows: readonly CatalogueRow[], selection: Selection): HTMLElement[] {
  const counts = new Map(countFacet(rows, selection, "year").map(({ value, count }) => [value, count]));
  if (counts.size < 2) return [];
  const most = Math.max(1, ...counts.values());
  const bars = words.years
    .slice(0, MOST)
    .toReversed()
    .map((year) => {
      const value = String(year);
      const count = counts.get(value) ?? 0;
      const button = make(
        "button",
        { type: "button", "data-year": value, "aria-pressed": selection.year.includes(value) ? "true" : "false" },
        make("span", { class: "bar" }, drawBar(count / most)),
        make("span", { class: "vh" }, `${year}年，`),
        make("span", { class: "n" }, String(count), make("span", { class: "vh" }, " 条")),
        make("span", { class: "y", "aria-hidden": "true" }, value),
      );
      return make("li", {}, button);
    });
  return [make("h2", { class: "side-title" }, "各年条数"), make("ol", { class: "years" }, ...bars)];
}
