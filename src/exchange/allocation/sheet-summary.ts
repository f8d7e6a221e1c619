import { columnLetters } from "../xlsx/cell-reference.ts";
import type { Sheet, Workbook } from "../xlsx/workbook.ts";

/** One sheet as the screen of columns shows it, what nobody sees included. */
export type SheetSummary = {
  readonly name: string;
  readonly state: Sheet["state"];
  /** The sheet that is read. */
  readonly used: boolean;
  /** Rows with content, and those of them that are hidden or filtered out. */
  readonly rows: number;
  readonly hiddenRows: number;
  /** Letters of hidden columns that hold something. */
  readonly hiddenColumns: readonly string[];
  readonly formulas: number;
  readonly mergedRanges: number;
};

function summarise(sheet: Sheet, used: boolean): SheetSummary {
  const { name, state, rows, hiddenColumns, merges } = sheet;
  const filled = new Set<number>();
  let formulas = 0;
  for (const { cells } of rows) {
    for (const [column, { kind }] of cells) {
      filled.add(column);
      if (kind === "formula") formulas += 1;
    }
  }
  return {
    name,
    state,
    used,
    rows: rows.length,
    hiddenRows: rows.filter(({ hidden }) => hidden).length,
    hiddenColumns: hiddenColumns.filter((column) => filled.has(column)).map(columnLetters),
    formulas,
    mergedRanges: merges.length,
  };
}

export function summariseSheets({ sheets }: Workbook, used?: Sheet): SheetSummary[] {
  return sheets.map((sheet) => summarise(sheet, sheet === used));
}
