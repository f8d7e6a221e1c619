import { KIND_WORDS } from "../motion/kind.ts";
import type { SearchRecord } from "../view/search-record.ts";

/**
 * A record with the words of its number written out, so that the page that searches needs no tables, and with the
 * traditional characters that stand in it (`pairsIn`).
 */
export type SearchEntry = SearchRecord & { readonly numberTexts: readonly string[]; readonly pairs: string };

export function toSearchEntry(record: SearchRecord, pairs = ""): SearchEntry {
  const label = record.kind === "document" ? "" : KIND_WORDS[record.kind].label;
  const number = record.numberLabel === "" ? [] : [`${record.year}年${record.numberLabel}${label}`];
  return { ...record, numberTexts: [...number, ...record.docNumbers, ...record.indexNumbers], pairs };
}
