import type { CatalogueRow } from "./catalogue.ts";

/** In the order of the page. */
export const FACETS = ["year", "kind", "outcome", "unit", "topic", "mode", "key"] as const;
export type Facet = (typeof FACETS)[number];
/** Chosen values; values of one facet are alternatives, facets narrow each other. */
export type Selection = Readonly<Record<Facet, readonly string[]>>;
export type FacetCount = { readonly value: string; readonly count: number };

export const NOTHING_SELECTED: Selection = { year: [], kind: [], outcome: [], unit: [], topic: [], mode: [], key: [] };

export function facetValues(row: CatalogueRow, facet: Facet): readonly string[] {
  switch (facet) {
    case "year":
      return [String(row.year)];
    case "kind":
      return [row.kind];
    case "outcome":
      return row.outcomes;
    case "unit":
      return row.units;
    case "topic":
      return row.topic === null ? [] : [row.topic];
    case "mode":
      return [row.mode];
    case "key":
      return row.isKeyItem ? ["1"] : [];
  }
}

export function isSelected(row: CatalogueRow, selection: Selection, except?: Facet): boolean {
  return FACETS.every((facet) => {
    const chosen = selection[facet];
    return facet === except || chosen.length === 0 || facetValues(row, facet).some((value) => chosen.includes(value));
  });
}

/**
 * How many results each value would give: the facet's own choice is left out of account, the others hold.
 * Most first; years newest first. A chosen value stays in the list with 0.
 */
export function countFacet(rows: readonly CatalogueRow[], selection: Selection, facet: Facet): FacetCount[] {
  const counts = new Map(selection[facet].map((value) => [value, 0]));
  for (const row of rows) {
    if (!isSelected(row, selection, facet)) continue;
    for (const value of facetValues(row, facet)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const entries = [...counts].map(([value, count]) => ({ value, count }));
  const byName = (a: FacetCount, b: FacetCount): number => (a.value < b.value ? -1 : a.value > b.value ? 1 : 0);
  if (facet === "year") return entries.toSorted((a, b) => byName(b, a));
  return entries.toSorted((a, b) => b.count - a.count || byName(a, b));
}
