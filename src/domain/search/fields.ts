import type { SearchEntry } from "./search-entry.ts";

/** Where a hit lies, best first: title before number before unit before body (design §7). */
export const ZONES = ["title", "number", "unit", "body"] as const;
export type Zone = (typeof ZONES)[number];

/** Every text of an entry that a query is held against, by zone. A query never matches across two texts. */
export function searchableTexts(entry: SearchEntry): Readonly<Record<Zone, readonly string[]>> {
  return {
    title: [entry.title],
    number: entry.numberTexts,
    unit: [...entry.units, ...entry.proposers],
    body: [...(entry.topic === null ? [] : [entry.topic]), ...entry.outcomes, ...entry.body.split("\n")],
  };
}
