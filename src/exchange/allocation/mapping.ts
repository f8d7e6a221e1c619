import { z } from "zod";
import { SHEET_LIMITS } from "../xlsx/workbook.ts";
import type { TableField } from "./columns.ts";
import { TABLE_FIELDS } from "./columns.ts";
import type { HeadingSource } from "./headings.ts";

/** Field → 1-based column. */
export type ColumnMapping = Readonly<Partial<Record<TableField, number>>>;

export const ColumnMapping = z.partialRecord(z.enum(TABLE_FIELDS), z.int().min(1).max(SHEET_LIMITS.columns));

/** What the caller changed of the reading: another sheet, another header row, other columns. */
export const TableChoice = z.strictObject({
  sheet: z.string().max(100).optional(),
  headerRow: z.int().min(1).max(SHEET_LIMITS.rows).optional(),
  columns: ColumnMapping.optional(),
});
export type TableChoice = z.infer<typeof TableChoice>;

/** Columns that were chosen before for a header row of these words; undefined: none. */
export type RecallMapping = (signature: string) => ColumnMapping | undefined;

/** One column of the header row, as the mapping screen shows it. */
export type Heading = {
  readonly column: number;
  /** C, AA: what the clerk sees above the column. */
  readonly letters: string;
  readonly text: string;
  readonly field: TableField | null;
  readonly by: HeadingSource | null;
  /** The known word that the heading was matched by. */
  readonly alias: string | null;
  readonly confidence: number;
  /** Offered where nothing matched; never taken by itself. */
  readonly suggestion: TableField | null;
};
