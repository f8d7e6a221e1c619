import type { MotionKind } from "#domain/motion/kind.ts";
import type { MotionNumber } from "#domain/motion/number.ts";
import { motionNumberLabel } from "#domain/motion/number.ts";
import type { AllocationRow, NotedCount, RowFinding } from "./allocation-row.ts";
import type { TableField } from "./columns.ts";
import { COLUMN_WORDS, LEDGER_FIELDS, TABLE_FIELDS } from "./columns.ts";
import type { AllocationHeader } from "./find-header.ts";
import type { FoldedRows } from "./fold-rows.ts";
import { foldRows } from "./fold-rows.ts";
import { findKindHint } from "./kind-hint.ts";
import type { LedgerResult } from "./ledger-result.ts";
import { readLedgerResult } from "./ledger-result.ts";
import type { ColumnMapping, Heading } from "./mapping.ts";
import type { TableReading } from "./open-table.ts";
import { openTable } from "./open-table.ts";
import { readNotes } from "./read-notes.ts";
import type { RowCells, RowResult } from "./read-row.ts";
import { readRow } from "./read-row.ts";
import { sortRows } from "./sort-rows.ts";
import type { SheetGrid } from "./sheet-grid.ts";
import type { SheetSummary } from "./sheet-summary.ts";
import { summariseSheets } from "./sheet-summary.ts";
import { columnLetters } from "../xlsx/cell-reference.ts";
import type { Sheet } from "../xlsx/workbook.ts";

export type AllocationTable = {
  readonly sheet: string;
  readonly headerRow: number;
  /** 1-based column of each field that the header names. */
  readonly columns: ColumnMapping;
  /** The words of the header row, by which the mapping is remembered. */
  readonly signature: string;
  readonly headings: readonly Heading[];
  readonly sheets: readonly SheetSummary[];
  /** What headings and titles say that the table holds. */
  readonly kindHint?: MotionKind;
  readonly notedCount?: NotedCount;
  /** 交办日期, YYYY-MM-DD. */
  readonly assignedOn?: string;
  /** Rows without a finding, in sheet order; a matter on several lines is one. */
  readonly rows: readonly AllocationRow[];
  readonly lines: FoldedRows["lines"];
  readonly findings: readonly RowFinding[];
  /** What a row prints in the columns that are read, so that a finding can be seen beside it; blank cells are left out. */
  readonly printRow: (row: number) => readonly PrintedCell[];
  /** What an old ledger adds to its rows; read with every table, taken by the import of archives only. */
  readonly ledger: { readonly results: readonly LedgerResult[]; readonly findings: readonly RowFinding[] };
  /** 编号 skipped between 1 and the largest of each row of numbers: not wrong, but somebody should know. */
  readonly gaps: readonly MotionNumber[];
  readonly notices: readonly string[];
};

export type PrintedCell = { readonly field: TableField; readonly text: string };
const PRINTED_CHARACTERS = 80;

function printRow(grid: SheetGrid, columns: ColumnMapping, row: number): PrintedCell[] {
  return TABLE_FIELDS.filter((field) => field !== "proposerContact").flatMap((field) => {
    const column = columns[field];
    const text = column === undefined ? "" : (grid.findCell(row, column)?.text.trim() ?? "");
    return text === "" ? [] : [{ field, text: [...text].slice(0, PRINTED_CHARACTERS).join("") }];
  });
}

function toCells(grid: SheetGrid, header: AllocationHeader, row: number): RowCells {
  return {
    row,
    find: (field) => {
      const column = header.columns[field];
      return column === undefined ? undefined : grid.findCell(row, column);
    },
  };
}

function isLedgerField(field: TableField): boolean {
  return (LEDGER_FIELDS as readonly TableField[]).includes(field);
}

/** A hidden column that holds a field of the table cannot be read unseen. */
function hiddenColumnFindings(sheet: Sheet, header: AllocationHeader, ofLedger: boolean): RowFinding[] {
  return Object.entries(header.columns)
    .filter(([field]) => isLedgerField(field as TableField) === ofLedger)
    .filter(([, column]) => sheet.hiddenColumns.includes(column))
    .map(([field, column]) => {
      const word = COLUMN_WORDS[field as TableField].aliases[0];
      const message = `第 ${header.row} 行：“${word}”列（${columnLetters(column)} 列）被隐藏。请取消隐藏、核对内容后重新上传。`;
      return { row: header.row, code: "hidden_column", message };
    });
}

function findGaps(rows: readonly AllocationRow[]): MotionNumber[] {
  return [false, true].flatMap((betweenSessions) => {
    const numbers = new Set(rows.filter((row) => row.betweenSessions === betweenSessions).map(({ number }) => number));
    const largest = Math.max(0, ...numbers);
    const all = Array.from({ length: largest }, (_, index) => index + 1);
    return all.filter((number) => !numbers.has(number)).map((number) => ({ number, betweenSessions }));
  });
}

const SHOWN = 20;

function gapNotices(gaps: readonly MotionNumber[]): string[] {
  return [false, true].flatMap((betweenSessions) => {
    const missing = gaps.filter((gap) => gap.betweenSessions === betweenSessions);
    if (missing.length === 0) return [];
    const shown = missing.slice(0, SHOWN).map(motionNumberLabel);
    return [`编号不连续，缺 ${missing.length} 个：${shown.join("、")}${missing.length > SHOWN ? "等" : ""}。`];
  });
}

/** One title under two numbers: perhaps one matter filed twice (并案), perhaps a slip of the table. */
function repeatedTitleNotices(rows: readonly AllocationRow[]): string[] {
  const byTitle = Map.groupBy(rows, (row) => row.title);
  return [...byTitle]
    .filter(([, same]) => same.length > 1)
    .slice(0, SHOWN)
    .map(([title, same]) => `${same.map(motionNumberLabel).join("、")}的案由都是《${title}》。请核对是否重复登记。`);
}

type Read = { readonly result: RowResult; readonly ledger: ReturnType<typeof readLedgerResult> };

function readRows(grid: SheetGrid, header: AllocationHeader, dataRows: readonly number[]): Read[] {
  return dataRows.map((row) => {
    const cells = toCells(grid, header, row);
    return { result: readRow(cells), ledger: readLedgerResult(cells) };
  });
}

/** Formulas beside the columns that are read: their results are left where they are, and that is said. */
function formulaNotices({ formulas }: SheetSummary, read: number): string[] {
  return formulas > read ? [`工作表中有 ${formulas} 个公式，公式的结果没有读入。`] : [];
}

/**
 * Reads a 办理分配表 or 台账 (.xlsx or CSV, told by bytes). Units are not judged here; rows with a finding are left out of
 * `rows`. Throws UnreadableFile: wrong_type, old_format_xls, empty_workbook, no_header, missing_column, wrong_mapping …
 */
export async function readAllocation(
  bytes: Uint8Array,
  fileName: string,
  reading: TableReading = {},
): Promise<AllocationTable> {
  const { workbook, sheet, grid, header, notices } = await openTable(bytes, fileName, reading);
  const sorted = sortRows(grid, header, sheet);
  const read = readRows(grid, header, sorted.dataRows);
  const { rows, findings, lines, notices: folded } = foldRows(read.map(({ result }) => result));
  const all = [...hiddenColumnFindings(sheet, header, false), ...sorted.findings, ...findings];
  const gaps = findGaps(rows);
  const kindHint = findKindHint(grid, header, sorted.notes);
  const sheets = summariseSheets(workbook, sheet);
  const formulasRead = all.filter(({ code }) => code === "formula").length;
  return {
    sheet: sheet.name,
    headerRow: header.row,
    columns: header.columns,
    signature: header.signature,
    headings: header.headings,
    sheets,
    ...(kindHint ? { kindHint } : {}),
    ...readNotes(sorted.notes),
    rows,
    lines,
    findings: all.toSorted((left, right) => left.row - right.row),
    printRow: (row) => printRow(grid, header.columns, row),
    ledger: {
      results: read.map(({ ledger }) => ledger.value),
      findings: [...hiddenColumnFindings(sheet, header, true), ...read.flatMap(({ ledger }) => ledger.findings)],
    },
    gaps,
    notices: [
      ...notices,
      ...sorted.notices,
      ...folded,
      ...sheets.filter(({ used }) => used).flatMap((summary) => formulaNotices(summary, formulasRead)),
      ...repeatedTitleNotices(rows),
      ...gapNotices(gaps),
    ],
  };
}
