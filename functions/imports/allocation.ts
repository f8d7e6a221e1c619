import { OpenAPIHono, createRoute, z } from "@hono/zod-openapi";
import { MOTION_KINDS } from "#domain/motion/kind.ts";
import type { AllocationReport as Report } from "#services/imports/import-allocation.ts";
import { importAllocation } from "#services/imports/import-allocation.ts";
import { Invalid } from "#services/errors.ts";
import type { ApiEnv } from "../deps.ts";
import { contextOf } from "../http/authentication.ts";
import { IDEMPOTENCY_KEY, idempotent } from "../http/idempotency.ts";
import { CREATE_PROBLEMS, Flag, LEADERS, NoQuery, access, json } from "../http/route-parts.ts";

const AllocationForm = z.strictObject({
  file: z
    .custom<File>((value) => value instanceof File, "请选择要导入的文件")
    .openapi({ type: "string", format: "binary", description: ".xlsx 或 .csv，不超过 12 MB" }),
  campaign: z.string().min(1).max(40).openapi({ description: "年度编号" }),
  kind: z.enum(MOTION_KINDS),
  dryRun: Flag.default(false).openapi({ description: "只核对，不写入" }),
  acceptCount: Flag.default(false).openapi({ description: "件数与通知载明的不一致时，仍按表中实有件数导入" }),
});

const AllocationReport = z
  .strictObject({
    written: z.boolean(),
    accepted: z.int(),
    added: z.int(),
    changed: z.int(),
    unchanged: z.int(),
    rejected: z.array(z.strictObject({ row: z.int(), code: z.string(), message: z.string() })),
    notices: z.array(z.string()),
    repliesOwed: z.int().openapi({ description: "应答复件次" }),
  })
  .openapi("AllocationReport");

const importRoute = createRoute({
  ...access(LEADERS, idempotent),
  method: "post",
  path: "/api/imports/allocation",
  operationId: "importAllocation",
  summary: "导入办理分配表：全部写入，或一行也不写",
  tags: ["导入"],
  parameters: [IDEMPOTENCY_KEY],
  request: { query: NoQuery, body: { content: { "multipart/form-data": { schema: AllocationForm } }, required: true } },
  responses: { 200: json(AllocationReport, "核对或导入的结果"), ...CREATE_PROBLEMS },
});

/** A dry run reports what is wrong; an import that wrote nothing because of it has failed. */
function refuseRejected({ rejected }: Report): void {
  if (rejected.length === 0) return;
  const fields = rejected.map(({ row, message }) => ({ path: `rows.${row}`, message }));
  const message = `有 ${rejected.length} 处需要改正，没有写入任何数据。请按提示改正后重新导入`;
  throw new Invalid(message, fields, "rows_rejected");
}

export const allocationImport = new OpenAPIHono<ApiEnv>().openapi(importRoute, async (c) => {
  const { file, campaign, kind, dryRun, acceptCount } = c.req.valid("form");
  const report = await importAllocation(contextOf(c), {
    bytes: new Uint8Array(await file.arrayBuffer()),
    fileName: file.name,
    campaignId: campaign,
    kind,
    dryRun,
    acceptCount,
  });
  if (!dryRun) refuseRejected(report);
  const rejected = report.rejected.map((finding) => ({ ...finding }));
  return c.json({ ...report, rejected, notices: [...report.notices] }, 200);
});
