import { OpenAPIHono, createRoute, z } from "@hono/zod-openapi";
import { Finding, Verdict } from "#domain/gate/finding.ts";
import { importReplies } from "#services/imports/import-replies.ts";
import type { ApiEnv } from "../deps.ts";
import { contextOf } from "../http/authentication.ts";
import { IDEMPOTENCY_KEY, idempotent } from "../http/idempotency.ts";
import { CREATE_PROBLEMS, Flag, LEADERS, NoQuery, access, json } from "../http/route-parts.ts";

const isFile = (value: unknown): value is File => value instanceof File;
const CHOOSE = "请选择要导入的答复文件";

const RepliesForm = z.strictObject({
  // One file comes alone, several as a list.
  files: z
    .custom<File | File[]>(
      (value) => isFile(value) || (Array.isArray(value) && value.length <= 200 && value.every(isFile)),
      CHOOSE,
    )
    .openapi({
      type: "array",
      items: { type: "string", format: "binary" },
      description: ".docx，合计不超过 12 MB，最多 200 份",
    }),
  campaign: z.string().min(1).max(40).openapi({ description: "年度编号" }),
  dryRun: Flag.default(false).openapi({ description: "只核对，不写入" }),
});

const ReplyFileReport = z
  .strictObject({
    file: z.string(),
    answers: z.strictObject({ id: z.string(), label: z.string(), title: z.string(), unit: z.string() }).nullable(),
    verdict: Verdict,
    findings: z.array(Finding),
    state: z.enum(["stored", "unchanged", "refused"]),
  })
  .openapi("ReplyFileReport");

const importRoute = createRoute({
  ...access(LEADERS, idempotent),
  method: "post",
  path: "/api/imports/replies",
  operationId: "importReplies",
  summary: "导入答复文件：每份各自核对，合格的存为承办单位的文稿",
  tags: ["导入"],
  parameters: [IDEMPOTENCY_KEY],
  request: { query: NoQuery, body: { content: { "multipart/form-data": { schema: RepliesForm } }, required: true } },
  responses: { 200: json(z.strictObject({ files: z.array(ReplyFileReport) }), "逐份的结果"), ...CREATE_PROBLEMS },
});

export const repliesImport = new OpenAPIHono<ApiEnv>().openapi(importRoute, async (c) => {
  const { files, campaign, dryRun } = c.req.valid("form");
  const read = [files]
    .flat()
    .map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }));
  const input = { files: await Promise.all(read), campaignId: campaign, dryRun, store: c.get("deps").files };
  const reports = await importReplies(contextOf(c), input);
  return c.json({ files: reports.map((report) => ({ ...report, findings: [...report.findings] })) }, 200);
});
