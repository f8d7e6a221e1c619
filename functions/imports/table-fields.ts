import { z } from "@hono/zod-openapi";
import { TABLE_FIELDS } from "#exchange/allocation/columns.ts";
import { TableChoice } from "#exchange/allocation/mapping.ts";
import { MOTION_KINDS } from "#domain/motion/kind.ts";
import type { AllocationReport } from "#services/imports/allocation-report.ts";
import { Flag } from "../http/route-parts.ts";

const LONGEST_CHOICE = 4000;

export const TableFile = z
  .custom<File>((value) => value instanceof File, "请选择要导入的文件")
  .openapi({ type: "string", format: "binary", description: ".xlsx 或 .csv，不超过 10 MB" });

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The reading that the caller wants, as JSON in one field of the form. */
export const ChoiceField = z
  .string()
  .max(LONGEST_CHOICE)
  .transform((text, ctx) => {
    const { success, data, error } = TableChoice.safeParse(parseJson(text));
    if (success) return data;
    const path = error.issues[0]?.path.join(".") ?? "";
    ctx.addIssue({ code: "custom", message: `列的对应关系不合要求（${path}），请重新选择` });
    return z.NEVER;
  })
  .openapi({
    type: "string",
    description:
      'JSON：{"sheet": 工作表名, "headerRow": 表头行号, "columns": {列的内容: 列号}}，均可省略。指定的列号会按表头文字记住，下次自动采用。',
    example: '{"headerRow":3,"columns":{"number":1,"title":2,"proposer":3,"leadUnits":7}}',
  });

export const tableForm = {
  file: TableFile,
  campaign: z.string().min(1).max(40).openapi({ description: "年度编号" }),
  kind: z.enum(MOTION_KINDS),
  acceptCount: Flag.default(false).openapi({ description: "件数与通知载明的不一致时，仍按表中实有件数导入" }),
  choice: ChoiceField.optional(),
};

const field = z.enum(TABLE_FIELDS);

export const RowFindings = z.array(z.strictObject({ row: z.int(), code: z.string(), message: z.string() }));

export const PrintedRows = z
  .array(z.strictObject({ row: z.int(), cells: z.array(z.strictObject({ field, text: z.string() })) }))
  .openapi({ description: "有问题的行在表中的内容，最多 200 行" });

export function toPrinted(printed: AllocationReport["printed"]): z.infer<typeof PrintedRows> {
  return printed.map(({ row, cells }) => ({ row, cells: cells.map((cell) => ({ ...cell })) }));
}

export const HeadingSchema = z
  .strictObject({
    column: z.int(),
    letters: z.string(),
    text: z.string(),
    field: field.nullable().openapi({ description: "这一列读作什么；null 为不读" }),
    by: z.enum(["alias", "remark", "remembered", "chosen"]).nullable().openapi({
      description: "依据：列名、去掉备注后的列名、上次的选择、本次的选择",
    }),
    alias: z.string().nullable(),
    confidence: z.number().min(0).max(1),
    suggestion: field.nullable().openapi({ description: "可能是什么；不会自动采用" }),
  })
  .openapi("TableHeading");

export const sheetFields = {
  name: z.string(),
  state: z.enum(["visible", "hidden", "veryHidden"]),
  used: z.boolean(),
  rows: z.int(),
  hiddenRows: z.int(),
  hiddenColumns: z.array(z.string()),
  formulas: z.int(),
  mergedRanges: z.int(),
};

export const RefusedSchema = z.strictObject({ code: z.string(), message: z.string() });
