import { OpenAPIHono, createRoute, z } from "@hono/zod-openapi";
import { TABLE_FIELDS } from "#exchange/allocation/columns.ts";
import { inspectAllocation } from "#services/imports/inspect-allocation.ts";
import { writeFindings } from "#services/imports/write-findings.ts";
import type { ApiEnv } from "../deps.ts";
import { contextOf } from "../http/authentication.ts";
import { CREATE_PROBLEMS, Flag, LEADERS, NoQuery, access, json } from "../http/route-parts.ts";
import { ChoiceField, HeadingSchema, RefusedSchema, TableFile, sheetFields, tableForm } from "./table-fields.ts";

const Inspection = z
  .strictObject({
    sheets: z.array(
      z.strictObject({
        ...sheetFields,
        preview: z.array(z.strictObject({ row: z.int(), cells: z.array(z.string()) })),
      }),
    ),
    headerRow: z.int().nullable(),
    headings: z.array(HeadingSchema),
    fields: z.array(z.strictObject({ field: z.enum(TABLE_FIELDS), label: z.string(), required: z.boolean() })),
    warnings: z.array(z.string()),
    problem: RefusedSchema.nullable().openapi({ description: "按现在的对应关系还不能导入的原因" }),
  })
  .openapi("TableInspection");

const InspectionForm = z.strictObject({ file: TableFile, choice: ChoiceField.optional() });

const inspectRoute = createRoute({
  ...access(LEADERS),
  method: "post",
  path: "/api/imports/allocation/inspection",
  operationId: "inspectAllocation",
  summary: "查看一张表怎样读：工作表、表头行、各列的对应关系和看不见的内容；不写入",
  tags: ["导入"],
  request: { query: NoQuery, body: { content: { "multipart/form-data": { schema: InspectionForm } }, required: true } },
  responses: { 200: json(Inspection, "表的内容和读法"), ...CREATE_PROBLEMS },
});

const FindingsForm = z.strictObject({
  ...tableForm,
  preAssign: Flag.default(false),
  format: z.enum(["xlsx", "csv"]).default("xlsx").openapi({ description: "问题清单的格式" }),
});

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const binary = { schema: z.string().openapi({ format: "binary" }) };

const findingsRoute = createRoute({
  ...access(LEADERS),
  method: "post",
  path: "/api/imports/allocation/findings",
  operationId: "exportAllocationFindings",
  summary: "导入前的问题清单：逐行列出要改正的地方，供填表人修改；不写入",
  tags: ["导入"],
  request: { query: NoQuery, body: { content: { "multipart/form-data": { schema: FindingsForm } }, required: true } },
  responses: { 200: { description: "问题清单", content: { [XLSX]: binary, "text/csv": binary } }, ...CREATE_PROBLEMS },
});

export const allocationInspection = new OpenAPIHono<ApiEnv>()
  .openapi(inspectRoute, async (c) => {
    const { file, choice } = c.req.valid("form");
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { sheets, headings, fields, warnings, headerRow, problem } = await inspectAllocation(contextOf(c), {
      bytes,
      fileName: file.name,
      choice,
    });
    const body = {
      sheets: sheets.map((sheet) => ({
        ...sheet,
        hiddenColumns: [...sheet.hiddenColumns],
        preview: sheet.preview.map(({ row, cells }) => ({ row, cells: [...cells] })),
      })),
      headerRow,
      headings: headings.map((heading) => ({ ...heading })),
      fields: fields.map((item) => ({ ...item })),
      warnings: [...warnings],
      problem,
    };
    return c.json(body, 200);
  })
  .openapi(findingsRoute, async (c) => {
    const { file, campaign, kind, acceptCount, preAssign, choice, format } = c.req.valid("form");
    const bytes = new Uint8Array(await file.arrayBuffer());
    const input = { bytes, fileName: file.name, campaignId: campaign, kind, acceptCount, preAssign, choice };
    const list = await writeFindings(contextOf(c), input, format);
    return c.body(list as Uint8Array<ArrayBuffer>, 200, {
      "Content-Type": format === "xlsx" ? XLSX : "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="findings.${format}"; filename*=UTF-8''${encodeURIComponent(`问题清单.${format}`)}`,
    });
  });
