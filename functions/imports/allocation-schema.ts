import { z } from "@hono/zod-openapi";
import type { AllocationReport } from "#services/imports/allocation-report.ts";
import { HeadingSchema, PrintedRows, RefusedSchema, RowFindings, sheetFields, toPrinted } from "./table-fields.ts";

const name = { id: z.string(), label: z.string(), title: z.string() };

export const DifferenceSchema = z
  .strictObject({
    added: z.array(z.strictObject({ ...name, row: z.int() })),
    changed: z.array(
      z.strictObject({
        ...name,
        row: z.int(),
        fields: z.array(
          z.strictObject({ field: z.string(), label: z.string(), before: z.string(), after: z.string() }),
        ),
      }),
    ),
    missing: z.array(z.strictObject(name)).openapi({ description: "已登记、表中没有的；导入不会改动" }),
    unchanged: z.int(),
  })
  .openapi("AllocationDifference");

export const CountsSchema = z.strictObject({
  rows: z.int().openapi({ description: "表中实有行数" }),
  noted: z.int().nullable().openapi({ description: "表头注明的件数" }),
  expected: z.int().nullable().openapi({ description: "交办通知载明的件数" }),
  agree: z.boolean(),
});

export const TableSchema = z.strictObject({
  sheet: z.string(),
  headerRow: z.int(),
  headings: z.array(HeadingSchema),
  sheets: z.array(z.strictObject(sheetFields)),
});

export const AllocationReportSchema = z
  .strictObject({
    written: z.boolean(),
    accepted: z.int(),
    added: z.int(),
    changed: z.int(),
    unchanged: z.int(),
    rejected: RowFindings,
    printed: PrintedRows,
    notices: z.array(z.string()),
    repliesOwed: z.int().openapi({ description: "应答复件次" }),
    plan: z.string().openapi({ description: "这次核对的差异的标识；正式导入时带上，差异有变化就不写入" }),
    table: TableSchema,
    counts: CountsSchema,
    difference: DifferenceSchema,
    gaps: z.array(z.strictObject({ number: z.int(), betweenSessions: z.boolean() })),
    refused: RefusedSchema.optional().openapi({ description: "只在核对时出现：整张表暂时不能导入的原因" }),
  })
  .openapi("AllocationReport");

export function toTable(table: AllocationReport["table"]): z.infer<typeof TableSchema> {
  const { sheet, headerRow, headings, sheets } = table;
  return {
    sheet,
    headerRow,
    headings: headings.map((heading) => ({ ...heading })),
    sheets: sheets.map((item) => ({ ...item, hiddenColumns: [...item.hiddenColumns] })),
  };
}

export function toDifference(difference: AllocationReport["difference"]): z.infer<typeof DifferenceSchema> {
  const { added, changed, missing, unchanged } = difference;
  return {
    added: added.map((item) => ({ ...item })),
    changed: changed.map((item) => ({ ...item, fields: item.fields.map((change) => ({ ...change })) })),
    missing: missing.map((item) => ({ ...item })),
    unchanged,
  };
}

/** Every field that leaves, named. */
export function toAllocationReport(report: AllocationReport): z.infer<typeof AllocationReportSchema> {
  const { table, difference, rejected, printed, notices, gaps, counts, refused } = report;
  const { written, accepted, added, changed, unchanged, repliesOwed, plan } = report;
  return {
    written,
    accepted,
    added,
    changed,
    unchanged,
    repliesOwed,
    plan,
    rejected: rejected.map((finding) => ({ ...finding })),
    printed: toPrinted(printed),
    notices: [...notices],
    table: toTable(table),
    counts: { ...counts },
    difference: toDifference(difference),
    gaps: gaps.map(({ number, betweenSessions }) => ({ number, betweenSessions })),
    ...(refused ? { refused } : {}),
  };
}
