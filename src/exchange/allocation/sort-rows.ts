import { parseMotionNumber } from "#domain/motion/number.ts";
import { columnLetters } from "../xlsx/cell-reference.ts";
import type { Sheet } from "../xlsx/workbook.ts";
import type { RowFinding } from "./allocation-row.ts";
import { toCellText } from "./cell-text.ts";
import type { AllocationHeader } from "./find-header.ts";
import type { SheetGrid } from "./sheet-grid.ts";

export type SortedRows = {
  readonly dataRows: readonly number[];
  /** Lines of text above and among the data: title, notes, section headings. */
  readonly notes: readonly string[];
  readonly findings: readonly RowFinding[];
  readonly notices: readonly string[];
};

type RowKind = "header" | "data" | "note" | "total" | "hidden";

const TOTAL = /^(?:合计|总计|小计|共计|总数|本页合计|累计)(?:[\d:(]|$)|^共(?:计|有)?\d+件/;
const NOTE = /^(?:注|备注|附注|说明|填表|制表|审核)/;
const LONGEST_QUOTE = 30;

function textsOf(grid: SheetGrid, row: number): string[] {
  return grid.ownCells(row).map(({ text }) => toCellText(text));
}

function cellAt(grid: SheetGrid, row: number, column: number | undefined): string {
  return column === undefined ? "" : toCellText(grid.findCell(row, column)?.text ?? "");
}

/** A repeat of the header on a later page of the printed table. */
function isHeaderAgain(grid: SheetGrid, header: AllocationHeader, row: number): boolean {
  const columns = Object.values(header.columns);
  return columns.every((column) => cellAt(grid, row, column) === cellAt(grid, header.row, column));
}

function kindOf(grid: SheetGrid, header: AllocationHeader, row: number, hidden: boolean): RowKind {
  const texts = textsOf(grid, row);
  const first = (texts[0] ?? "").normalize("NFKC").replace(/\s/g, "");
  if (TOTAL.test(first)) return "total";
  if (isHeaderAgain(grid, header, row)) return "header";
  const number = cellAt(grid, row, header.columns.number);
  if (texts.length === 1 && number === texts[0] && parseMotionNumber(number) === undefined) return "note";
  const isRemark = NOTE.test(first) || cellAt(grid, row, header.columns.title) === "";
  if (texts.length === 1 && number === "" && isRemark) return "note";
  return hidden ? "hidden" : "data";
}

function hiddenRowFinding(row: number): RowFinding {
  const message = `第 ${row} 行：该行被隐藏或被筛选掉。请取消隐藏和筛选、核对内容后重新上传。`;
  return { row, code: "hidden_row", message };
}

function hiddenColumnNotices(sheet: Sheet, header: AllocationHeader): string[] {
  const used = Object.values(header.columns);
  const filled = new Set(sheet.rows.flatMap((row) => [...row.cells.keys()]));
  const hidden = sheet.hiddenColumns.filter((column) => filled.has(column) && !used.includes(column));
  return hidden.length === 0 ? [] : [`${hidden.map(columnLetters).join("、")} 列被隐藏，内容没有读入。`];
}

function noticeOf(kind: RowKind, row: number, text: string): string[] {
  const quote = text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
  if (kind === "total") return [`第 ${row} 行是合计行，未作为数据读入：${quote}`];
  return kind === "note" ? [`第 ${row} 行是说明文字，未作为数据读入：${quote}`] : [];
}

/** Tells data rows from notes, section headings, totals and repeated headers; hidden data rows become findings. */
export function sortRows(grid: SheetGrid, header: AllocationHeader, sheet: Sheet): SortedRows {
  const above = grid.rows.filter(({ number }) => number < header.row).flatMap(({ number }) => textsOf(grid, number));
  const below = grid.rows
    .filter(({ number, cells }) => number > header.row && cells.size > 0)
    .map(({ number, hidden }) => ({ row: number, kind: kindOf(grid, header, number, hidden) }));
  const rowsOf = (kind: RowKind): number[] => below.filter((item) => item.kind === kind).map(({ row }) => row);
  const lineOf = (row: number): string => textsOf(grid, row).join(" ");
  return {
    dataRows: rowsOf("data"),
    notes: [...above, ...rowsOf("note").map(lineOf)],
    findings: rowsOf("hidden").map(hiddenRowFinding),
    notices: [
      ...below.flatMap(({ row, kind }) => noticeOf(kind, row, lineOf(row))),
      ...hiddenColumnNotices(sheet, header),
    ],
  };
}
