import { formatIndexNumber } from "#domain/reply/index-number.ts";

/** Serials of 索引号, one row of numbers for each month. */
export type IndexNumbers = { readonly organisation: string; readonly used: Map<string, number> };

export function takeNumber({ organisation, used }: IndexNumbers, publishedAt: string): string {
  const month = publishedAt.slice(0, 7);
  const serial = (used.get(month) ?? 0) + 1;
  used.set(month, serial);
  return formatIndexNumber(organisation, Number(month.slice(0, 4)), Number(month.slice(5)), serial);
}
