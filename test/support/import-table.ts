import type { AllocationInput } from "#services/imports/import-allocation.ts";
import type { CellInput } from "#test/exchange/office-files.ts";
import { buildXlsx } from "#test/exchange/office-files.ts";

export type Rows = readonly (readonly CellInput[])[];

export const HEADER = ["编号", "案由", "领衔代表", "代表团", "主办单位", "协办单位", "办理期限"];

/** A line of a small allocation table of 建议, as `HEADER` names its columns. */
export const line = (number: string, more: Partial<Record<"title" | "lead" | "co" | "group", string>> = {}) => [
  number,
  more.title ?? `关于第${number}件的建议`,
  "毕洲梅",
  more.group ?? "青云代表团",
  more.lead ?? "市财政局",
  more.co ?? "",
  "2026-06-10",
];

/** What brings such a table in for 2026, its count accepted as it is. */
export function toTableInput(rows: Rows, more: Partial<AllocationInput> = {}): AllocationInput {
  const bytes = buildXlsx({ rows });
  const common = { fileName: "分配表.xlsx", campaignId: "2026", kind: "suggestion" as const, acceptCount: true };
  return { bytes, ...common, dryRun: false, ...more };
}
