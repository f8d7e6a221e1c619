import type { CatalogueRow } from "#domain/search/catalogue.ts";
import { countFacet, FACETS, type Facet, type FacetCount, type Selection } from "#domain/search/facets.ts";
import { make } from "./dom.ts";
import { toValueLabel, type SearchWords } from "./words.ts";

/** Values beyond these wait behind 更多. */
const SHOWN = 8;

function renderValue(words: SearchWords, facet: Facet, { value, count }: FacetCount, isChosen: boolean): HTMLElement {
  const box = make("input", { type: "checkbox", name: facet, value, checked: isChosen, autocomplete: "off" });
  const name = make("span", {}, toValueLabel(words, facet, value));
  return make(
    "label",
    {},
    box,
    name,
    make("span", { class: "count" }, make("span", { class: "vh" }, "，"), `${count} 条`),
  );
}

function renderFacet(
  words: SearchWords,
  facet: Facet,
  counts: readonly FacetCount[],
  chosen: readonly string[],
): HTMLElement {
  const labels = counts.map((item) => renderValue(words, facet, item, chosen.includes(item.value)));
  const rest = labels.slice(SHOWN);
  const isHidingChosen = counts.slice(SHOWN).some(({ value }) => chosen.includes(value));
  const more = make(
    "details",
    { open: isHidingChosen },
    make("summary", {}, `更多${words.facets[facet]}（${rest.length} 个）`),
    ...rest,
  );
  return make(
    "fieldset",
    {},
    make("legend", {}, words.facets[facet]),
    ...labels.slice(0, SHOWN),
    rest.length > 0 && more,
  );
}

/** One group of check boxes for each facet that can narrow the results. */
export function renderFacets(words: SearchWords, rows: readonly CatalogueRow[], selection: Selection): HTMLElement[] {
  return FACETS.flatMap((facet) => {
    const counts = countFacet(rows, selection, facet);
    const canNarrow = counts.length > 1 || selection[facet].length > 0 || (facet === "key" && counts.length > 0);
    return canNarrow ? [renderFacet(words, facet, counts, selection[facet])] : [];
  });
}
