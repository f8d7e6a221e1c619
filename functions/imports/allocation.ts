import { OpenAPIHono, createRoute, z } from "@hono/zod-openapi";
import type { AllocationReport as Report } from "#services/imports/allocation-report.ts";
import { importAllocation } from "#services/imports/import-allocation.ts";
import { Invalid } from "#services/errors.ts";
import type { ApiEnv } from "../deps.ts";
import { contextOf } from "../http/authentication.ts";
import { IDEMPOTENCY_KEY, idempotent } from "../http/idempotency.ts";
import { CREATE_PROBLEMS, Flag, LEADERS, NoQuery, access, json } from "../http/route-parts.ts";
import { AllocationReportSchema, toAllocationReport } from "./allocation-schema.ts";
import { tableForm } from "./table-fields.ts";

const AllocationForm = z.strictObject({
  ...tableForm,
  preAssign: Flag.default(false).openapi({ description: "按预交办导入：只拟承办单位，征求意见，不起算答复期限" }),
  dryRun: Flag.default(false).openapi({ description: "只核对，不写入" }),
  plan: z.string().max(64).optional().openapi({ description: "核对时得到的 plan；差异有变化就不写入" }),
});

const importRoute = createRoute({
  ...access(LEADERS, idempotent),
  method: "post",
  path: "/api/imports/allocation",
  operationId: "importAllocation",
  summary: "导入办理分配表：全部写入，或一行也不写",
  tags: ["导入"],
  parameters: [IDEMPOTENCY_KEY],
  request: { query: NoQuery, body: { content: { "multipart/form-data": { schema: AllocationForm } }, required: true } },
  responses: { 200: json(AllocationReportSchema, "核对或导入的结果"), ...CREATE_PROBLEMS },
});

/** A dry run reports what is wrong; an import that wrote nothing because of it has failed. */
function refuseRejected({ rejected }: Report): void {
  if (rejected.length === 0) return;
  const fields = rejected.map(({ row, message }) => ({ path: `rows.${row}`, message }));
  const message = `有 ${rejected.length} 处需要改正，没有写入任何数据。请按提示改正后重新导入`;
  throw new Invalid(message, fields, "rows_rejected");
}

export const allocationImport = new OpenAPIHono<ApiEnv>().openapi(importRoute, async (c) => {
  const { file, campaign, kind, dryRun, preAssign, acceptCount, choice, plan } = c.req.valid("form");
  const report = await importAllocation(contextOf(c), {
    bytes: new Uint8Array(await file.arrayBuffer()),
    fileName: file.name,
    campaignId: campaign,
    kind,
    dryRun,
    preAssign,
    acceptCount,
    choice,
    plan,
  });
  if (!dryRun) refuseRejected(report);
  return c.json(toAllocationReport(report), 200);
});
