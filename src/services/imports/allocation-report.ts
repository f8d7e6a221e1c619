import type { RowFinding } from "#exchange/allocation/allocation-row.ts";
import { COLUMN_WORDS, LEDGER_FIELDS } from "#exchange/allocation/columns.ts";
import type { AllocationTable, PrintedCell } from "#exchange/allocation/read-allocation.ts";
import type { UnitNames } from "#domain/unit/match-unit.ts";
import type { AllocationDifference } from "./allocation-difference.ts";
import { describeDifference } from "./allocation-difference.ts";
import type { CountCheck } from "./count-check.ts";
import { countProblem } from "./count-check.ts";
import type { AllocationPlan } from "./plan-allocation.ts";

export type AllocationReport = {
  /** False in a dry run, and where anything was rejected: all or nothing. */
  readonly written: boolean;
  /** Rows that are new or changed and were written; in a dry run, those that would be. */
  readonly accepted: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly rejected: readonly RowFinding[];
  /** The first rows with a finding, as the table prints them. */
  readonly printed: readonly { readonly row: number; readonly cells: readonly PrintedCell[] }[];
  /** Things to know that stop nothing: hidden columns, gaps in the numbers. */
  readonly notices: readonly string[];
  /** Replies that these matters owe (件次). */
  readonly repliesOwed: number;
  /** Names this difference; to be sent with the commit. */
  readonly plan: string;
  readonly table: Pick<AllocationTable, "sheet" | "headerRow" | "headings" | "sheets">;
  readonly counts: CountCheck;
  readonly difference: AllocationDifference;
  /** 编号 that the table skips. */
  readonly gaps: AllocationTable["gaps"];
  /** In a dry run: why the table as a whole would not be taken. */
  readonly refused?: { readonly code: string; readonly message: string };
};

/** Columns of an old ledger are read with every table and taken by the import of archives only: that is said. */
function ledgerNotices({ columns }: AllocationTable): string[] {
  const words = LEDGER_FIELDS.filter((field) => field !== "proposerContact" && columns[field] !== undefined);
  if (words.length === 0) return [];
  const names = words.map((field) => COLUMN_WORDS[field].aliases[0]).join("”“");
  return [`“${names}”列没有读入。这些是办理结果，导入往年档案时才会读入。`];
}

/** A table held against what is there. */
export type JudgedTable = {
  readonly plan: AllocationPlan;
  readonly token: string;
  readonly units: readonly UnitNames[];
  readonly counts: CountCheck;
};

const PRINTED_ROWS = 200;

export function printRows(table: AllocationTable, findings: readonly RowFinding[]): AllocationReport["printed"] {
  const rows = [...new Set(findings.map(({ row }) => row))].toSorted((a, b) => a - b).slice(0, PRINTED_ROWS);
  return rows.map((row) => ({ row, cells: table.printRow(row) }));
}

type Run = { readonly dryRun: boolean; readonly acceptCount?: boolean; readonly written: boolean };

export function toReport(judged: JudgedTable, table: AllocationTable, run: Run): AllocationReport {
  const { plan, token, units, counts } = judged;
  const { dryRun, acceptCount, written } = run;
  const shown = written || dryRun;
  const { sheet, headerRow, headings, sheets, gaps, notices } = table;
  const refused = dryRun && !acceptCount ? countProblem(counts) : undefined;
  return {
    written,
    accepted: shown ? plan.added.length + plan.changed.length : 0,
    added: shown ? plan.added.length : 0,
    changed: shown ? plan.changed.length : 0,
    unchanged: plan.unchanged,
    rejected: plan.rejected.toSorted((a, b) => a.row - b.row),
    printed: printRows(table, plan.rejected),
    notices: [...notices, ...ledgerNotices(table)],
    repliesOwed: table.rows.reduce((sum, row) => sum + row.leadUnits.length, 0),
    plan: token,
    table: { sheet, headerRow, headings, sheets },
    counts,
    difference: describeDifference(plan, units),
    gaps,
    ...(refused ? { refused } : {}),
  };
}
