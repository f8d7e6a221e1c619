import { UnreadableFile } from "../unreadable-file.ts";
import type { Cell, CellRange, Sheet, SheetRow } from "../xlsx/workbook.ts";
import { SHEET_LIMITS } from "../xlsx/workbook.ts";

/** A sheet by row and column; a cell inside a merged range has the value of its first cell, as a reader sees it. */
export type SheetGrid = {
  readonly rows: readonly SheetRow[];
  readonly findCell: (row: number, column: number) => Cell | undefined;
  /** Cells that hold their own value in this row, blank ones and repeats of a merge left out. */
  readonly ownCells: (row: number) => readonly Cell[];
};

const keyOf = (row: number, column: number): number => row * 1000 + column;

/** Ranges are clipped to the bounds of a sheet; their sum is bounded too. */
function toAnchors(merges: readonly CellRange[]): ReadonlyMap<number, number> {
  const anchors = new Map<number, number>();
  let covered = 0;
  for (const range of merges) {
    const lastRow = Math.min(range.lastRow, SHEET_LIMITS.rows);
    const lastColumn = Math.min(range.lastColumn, SHEET_LIMITS.columns);
    covered += Math.max(0, lastRow - range.firstRow + 1) * Math.max(0, lastColumn - range.firstColumn + 1);
    if (covered > SHEET_LIMITS.cells) {
      throw new UnreadableFile(
        "too_many_cells",
        "表格中合并的单元格过多，已停止读取。请取消表格区域以外的合并后重新上传。",
      );
    }
    for (let row = range.firstRow; row <= lastRow; row += 1) {
      for (let column = range.firstColumn; column <= lastColumn; column += 1) {
        anchors.set(keyOf(row, column), keyOf(range.firstRow, range.firstColumn));
      }
    }
  }
  return anchors;
}

export function toSheetGrid(sheet: Sheet): SheetGrid {
  const cells = new Map<number, Cell>();
  for (const row of sheet.rows) {
    for (const [column, cell] of row.cells) cells.set(keyOf(row.number, column), cell);
  }
  const anchors = toAnchors(sheet.merges);
  const byNumber = new Map(sheet.rows.map((row) => [row.number, row]));
  return {
    rows: sheet.rows,
    findCell: (row, column) => cells.get(anchors.get(keyOf(row, column)) ?? keyOf(row, column)),
    ownCells: (row) => [...(byNumber.get(row)?.cells.values() ?? [])],
  };
}
