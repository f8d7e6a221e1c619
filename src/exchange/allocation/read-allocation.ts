import type { MotionKind } from "#domain/motion/kind.ts";
import { motionNumberLabel } from "#domain/motion/number.ts";
import type { AllocationRow, NotedCount, RowFinding } from "./allocation-row.ts";
import type { AllocationField } from "./columns.ts";
import { COLUMN_WORDS } from "./columns.ts";
import type { AllocationHeader } from "./find-header.ts";
import { findKindHint } from "./kind-hint.ts";
import { openTable } from "./open-table.ts";
import { readNotes } from "./read-notes.ts";
import type { RowResult } from "./read-row.ts";
import { readRow } from "./read-row.ts";
import { sortRows } from "./sort-rows.ts";
import type { SheetGrid } from "./sheet-grid.ts";
import { columnLetters } from "../xlsx/cell-reference.ts";
import type { Sheet } from "../xlsx/workbook.ts";

export type AllocationTable = {
  readonly sheet: string;
  readonly headerRow: number;
  /** 1-based column of each field that the header names. */
  readonly columns: Readonly<Partial<Record<AllocationField, number>>>;
  /** What headings and titles say that the table holds. */
  readonly kindHint?: MotionKind;
  readonly notedCount?: NotedCount;
  /** 交办日期, YYYY-MM-DD. */
  readonly assignedOn?: string;
  /** Rows without a finding, in sheet order. */
  readonly rows: readonly AllocationRow[];
  readonly findings: readonly RowFinding[];
  readonly notices: readonly string[];
};

function toResult(grid: SheetGrid, header: AllocationHeader, row: number): RowResult {
  return readRow({
    row,
    find: (field) => {
      const column = header.columns[field];
      return column === undefined ? undefined : grid.findCell(row, column);
    },
  });
}

function splitDuplicates(values: readonly AllocationRow[]): { rows: AllocationRow[]; findings: RowFinding[] } {
  const firstRows = new Map<string, number>();
  const rows: AllocationRow[] = [];
  const findings: RowFinding[] = [];
  for (const value of values) {
    const label = motionNumberLabel(value);
    const first = firstRows.get(label);
    if (first === undefined) {
      firstRows.set(label, value.row);
      rows.push(value);
    } else {
      const message = `第 ${value.row} 行：${label}与第 ${first} 行重复。请核对编号，只保留一行。`;
      findings.push({ row: value.row, code: "duplicate_number", message });
    }
  }
  return { rows, findings };
}

/** A hidden column that holds a field of the table cannot be read unseen. */
function hiddenColumnFindings(sheet: Sheet, header: AllocationHeader): RowFinding[] {
  return Object.entries(header.columns)
    .filter(([, column]) => sheet.hiddenColumns.includes(column))
    .map(([field, column]) => {
      const word = COLUMN_WORDS[field as AllocationField].aliases[0];
      const message = `第 ${header.row} 行：“${word}”列（${columnLetters(column)} 列）被隐藏。请取消隐藏、核对内容后重新上传。`;
      return { row: header.row, code: "hidden_column", message };
    });
}

/** 编号 that are skipped between 1 and the largest: not wrong, but somebody should know. */
function gapNotices(rows: readonly AllocationRow[]): string[] {
  return [false, true].flatMap((betweenSessions) => {
    const numbers = new Set(rows.filter((row) => row.betweenSessions === betweenSessions).map(({ number }) => number));
    const largest = Math.max(0, ...numbers);
    const missing = Array.from({ length: largest }, (_, index) => index + 1).filter((number) => !numbers.has(number));
    if (missing.length === 0) return [];
    const shown = missing.slice(0, 20).map((number) => motionNumberLabel({ number, betweenSessions }));
    return [`编号不连续，缺 ${missing.length} 个：${shown.join("、")}${missing.length > 20 ? "等" : ""}。`];
  });
}

/**
 * Reads a 办理分配表 (.xlsx or CSV, told by bytes). Units are not judged here; rows with a finding are left out of `rows`.
 * Throws UnreadableFile: wrong_type, old_format_xls, empty_workbook, no_header, missing_column …
 */
export async function readAllocation(bytes: Uint8Array, fileName: string): Promise<AllocationTable> {
  const { sheet, grid, header, notices } = await openTable(bytes, fileName);
  const sorted = sortRows(grid, header, sheet);
  const results = sorted.dataRows.map((row) => toResult(grid, header, row));
  const { rows, findings } = splitDuplicates(results.flatMap(({ value }) => (value ? [value] : [])));
  const all = [
    ...hiddenColumnFindings(sheet, header),
    ...sorted.findings,
    ...results.flatMap((result) => result.findings),
    ...findings,
  ];
  const kindHint = findKindHint(grid, header, sorted.notes);
  return {
    sheet: sheet.name,
    headerRow: header.row,
    columns: header.columns,
    ...(kindHint ? { kindHint } : {}),
    ...readNotes(sorted.notes),
    rows,
    findings: all.toSorted((left, right) => left.row - right.row),
    notices: [...notices, ...sorted.notices, ...gapNotices(rows)],
  };
}
