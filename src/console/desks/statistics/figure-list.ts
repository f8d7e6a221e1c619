import type { components, operations } from "../../api/types.gen.ts";

export type YearIndicators = components["schemas"]["YearIndicators"];
export type Slice = YearIndicators["slices"][number];
export type Figure = Slice["figures"][number];
export type Indicator = YearIndicators["indicators"][number];
export type CountedQuery = NonNullable<operations["listIndicatorRows"]["parameters"]["query"]>;

/** A figure with its words, in the groups of the year's sheet. */
export type Line = { readonly indicator: Indicator; readonly figure: Figure };
export type Group = { readonly label: string; readonly lines: readonly Line[] };

export function toGroups({ indicators }: YearIndicators, slice: Slice): Group[] {
  const figures = new Map(slice.figures.map((figure) => [figure.code, figure]));
  const lines = indicators.flatMap((indicator): Line[] => {
    const figure = figures.get(indicator.code);
    return figure ? [{ indicator, figure }] : [];
  });
  return [...Map.groupBy(lines, ({ indicator }) => indicator.groupLabel)].map(([label, own]) => ({
    label,
    lines: own,
  }));
}

/** Where the list behind one part of a figure stands in the console. */
export function toCounted(year: number, code: string, part: "numerator" | "base", filter: Slice["filter"]) {
  const query = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
  return { name: "counted", params: { year: String(year), code }, query: { ...query, part } };
}

const FILTERS = ["kind", "body", "unit", "class", "part"] as const;

/** What the address asks of the list; the API refuses wrong values. */
export function toCountedQuery(query: Readonly<Record<string, unknown>>): CountedQuery {
  const given = FILTERS.flatMap((name) => {
    const value = query[name];
    return typeof value === "string" && value !== "" ? [[name, value] as const] : [];
  });
  return Object.fromEntries(given) as CountedQuery;
}
