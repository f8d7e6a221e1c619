import { and, eq, isNotNull } from "drizzle-orm";
import type { Reader } from "../../open.ts";
import { motions } from "../../schema/motions.ts";
import type { YearSheet } from "./find-year-sheet.ts";
import { findYearSheet } from "./find-year-sheet.ts";

/** A year with where its merged motions went. */
export type YearRecord = YearSheet & { readonly mergedInto: ReadonlyMap<string, string> };

/** Undefined for a year without work. */
export async function findYearRecord(reader: Reader, year: number): Promise<YearRecord | undefined> {
  const sheet = await findYearSheet(reader, year);
  if (!sheet) return undefined;
  const rows = await reader
    .select({ id: motions.id, into: motions.mergedInto })
    .from(motions)
    .where(and(eq(motions.campaignId, sheet.campaignId), isNotNull(motions.mergedInto)));
  return { ...sheet, mergedInto: new Map(rows.flatMap(({ id, into }) => (into === null ? [] : [[id, into]]))) };
}
