import type { Reader } from "#db/open.ts";
import type { YearSheet } from "#db/reads/year-sheet/find-year-sheet.ts";
import { findYearSheet } from "#db/reads/year-sheet/find-year-sheet.ts";
import { NotFound } from "../errors.ts";

/** The facts of a year as they stand. Throws NotFound for a year without work. */
export async function readYearSheet(reader: Reader, year: number): Promise<YearSheet> {
  const sheet = await findYearSheet(reader, year);
  if (!sheet) throw new NotFound(`${year} 年的办理工作`);
  return sheet;
}
