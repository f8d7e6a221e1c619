import type { AllocationTable } from "#exchange/allocation/read-allocation.ts";

/** 认真清点、严防漏办: the rows, the number noted on the sheet and the number in the notice. */
export type CountCheck = {
  readonly rows: number;
  /** Noted on the sheet; null: it notes none. */
  readonly noted: number | null;
  /** Stated by the notice of the campaign; null: none was stored. */
  readonly expected: number | null;
  readonly agree: boolean;
};

export function checkCounts(table: AllocationTable, expected: number | null): CountCheck {
  const rows = new Set([...table.rows, ...table.findings].map((item) => item.row)).size;
  const noted = table.notedCount?.total ?? null;
  return { rows, noted, expected, agree: [noted, expected].every((count) => count === null || count === rows) };
}

/** The sentence where the counts do not agree; undefined where they do. */
export function countProblem({ rows, noted, expected }: CountCheck): { code: string; message: string } | undefined {
  const stated = [
    { who: "表头注明", count: noted },
    { who: "交办通知载明", count: expected },
  ].find(({ count }) => count !== null && count !== rows);
  if (!stated || stated.count === null) return undefined;
  const message = `${stated.who}共 ${stated.count} 件，表中实有 ${rows} 件，相差 ${Math.abs(stated.count - rows)} 件。请清点核对后再导入；确认以表为准的，选择“按实有件数导入”（--accept-count）。`;
  return { code: "count_mismatch", message };
}
