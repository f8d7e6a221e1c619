import { dayOf } from "./dates.ts";

export type Cited = {
  readonly author: string;
  readonly title: string;
  readonly docNumber: string | null;
  readonly edition: number;
  /** YYYY-MM-DD or with time: publication of this edition. */
  readonly publishedAt: string;
  /** Permanent address with its origin; null where the site knows none, for a bare path cannot be cited. */
  readonly address: string | null;
};

/**
 * GB/T 7714-2015, 8.3 electronic resource. The first edition is not named (8.5). The day of reading belongs to the
 * reader, so its place is left as 引用日期.
 */
export function toCitation(cited: Cited): string {
  const number = cited.docNumber ? `: ${cited.docNumber}` : "";
  const edition = cited.edition > 1 ? ` ${cited.edition}版.` : "";
  const address = cited.address === null ? "" : ` ${cited.address}.`;
  return `${cited.author}. ${cited.title}${number}[EB/OL].${edition} (${dayOf(cited.publishedAt)})[引用日期].${address}`;
}
