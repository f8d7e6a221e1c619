import { UnreadableFile } from "../unreadable-file.ts";
import { SHEET_LIMITS } from "../xlsx/workbook.ts";
import type { AllocationField } from "./columns.ts";
import { ALLOCATION_FIELDS, COLUMN_WORDS, findFieldOfHeading, headingRank } from "./columns.ts";
import type { SheetGrid } from "./sheet-grid.ts";

type AllocationColumns = Readonly<Partial<Record<AllocationField, number>>>;
export type AllocationHeader = { readonly row: number; readonly columns: AllocationColumns };

/** Title, notes and a heading of two rows stand above the data; a header further down is none. */
const ROWS_TO_SEARCH = 30;
/** Fewer known headings than this and a row is text, not a header. */
const FEWEST_HEADINGS = 3;

type Found = { readonly column: number; readonly text: string };

function headingsOf(grid: SheetGrid, row: number): Map<AllocationField, Found[]> {
  const found = new Map<AllocationField, Found[]>();
  for (let column = 1; column <= SHEET_LIMITS.columns; column += 1) {
    const text = grid.findCell(row, column)?.text;
    const field = text === undefined ? undefined : findFieldOfHeading(text);
    if (text !== undefined && field) found.set(field, [...(found.get(field) ?? []), { column, text }]);
  }
  return found;
}

function chooseColumn(field: AllocationField, found: readonly Found[], row: number): number {
  const ranked = found.toSorted((left, right) => headingRank(field, left.text) - headingRank(field, right.text));
  const [best, second] = ranked;
  if (!best) throw new Error("no column to choose from");
  if (second && headingRank(field, second.text) === headingRank(field, best.text)) {
    throw new UnreadableFile(
      "duplicate_column",
      `第 ${row} 行表头中“${best.text.trim()}”出现了两次，无法判断以哪一列为准。请删去或改名其中一列后重新上传。`,
    );
  }
  return best.column;
}

function refuseMissing(columns: AllocationColumns, row: number): void {
  for (const field of ALLOCATION_FIELDS) {
    const { required, aliases } = COLUMN_WORDS[field];
    if (!required || columns[field] !== undefined) continue;
    throw new UnreadableFile(
      "missing_column",
      `第 ${row} 行表头缺少“${aliases[0]}”列。可以使用的列名：${aliases.join("、")}。请补上这一列后重新上传。`,
    );
  }
}

/** The row of the first thirty that holds the most known headings; undefined when none holds three. */
export function findHeader(grid: SheetGrid): AllocationHeader | undefined {
  let best: { row: number; found: Map<AllocationField, Found[]> } | undefined;
  for (const { number: row } of grid.rows) {
    if (row > ROWS_TO_SEARCH) break;
    const found = headingsOf(grid, row);
    // Of a heading in two rows the lower one is complete: merged cells repeat downwards.
    const isLower = best?.row === row - 1 && found.size === best.found.size;
    if (found.size >= FEWEST_HEADINGS && (isLower || found.size > (best?.found.size ?? 0))) best = { row, found };
  }
  if (!best) return undefined;
  const { row, found } = best;
  const columns: AllocationColumns = Object.fromEntries(
    [...found].map(([field, places]) => [field, chooseColumn(field, places, row)]),
  );
  refuseMissing(columns, row);
  return { row, columns };
}
