import { OpenAPIHono, createRoute, z } from "@hono/zod-openapi";
import { exportDocument } from "#services/exports/document.ts";
import { exportFeedbackForm } from "#services/exports/feedback-form.ts";
import { exportLetter } from "#services/exports/letter.ts";
import { exportNotice } from "#services/exports/notice.ts";
import { exportReminderLetter } from "#services/exports/reminder-letter.ts";
import type { ApiEnv } from "../deps.ts";
import { contextOf } from "../http/authentication.ts";
import { LEADERS, PEOPLE, READ_PROBLEMS, access, idParam, problems } from "../http/route-parts.ts";
import { sendFile } from "../http/send-file.ts";
import { PAPER, campaign, kind, paperFormat, unit } from "./schema.ts";

const tags = ["导出"];
const params = idParam("交办编号，如 2026-jianyi-39.zhujian");
const responses = { 200: PAPER, ...READ_PROBLEMS };

const letterRoute = createRoute({
  ...access(PEOPLE),
  method: "get",
  path: "/api/exports/letters/{id}",
  operationId: "exportLetter",
  summary: "答复件（公文格式）",
  tags,
  request: {
    params,
    query: z.strictObject({
      format: paperFormat,
      edition: z.coerce
        .number()
        .int()
        .min(1)
        .max(999)
        .optional()
        .openapi({ description: "版本；默认为正在办理或现行的" }),
    }),
  },
  responses,
});

const formRoute = createRoute({
  ...access(PEOPLE),
  method: "get",
  path: "/api/exports/feedback-forms/{id}",
  operationId: "exportFeedbackForm",
  summary: "办理情况反馈表（已填好已知项目，供打印）",
  tags,
  request: { params, query: z.strictObject({ format: paperFormat }) },
  responses,
});

const noticeRoute = createRoute({
  ...access(PEOPLE),
  method: "get",
  path: "/api/exports/notice",
  operationId: "exportNotice",
  summary: "交办通知及分配表；选定单位的，只列该单位承办的",
  tags,
  request: {
    query: z.strictObject({ campaign, kind: kind.optional(), unit: unit.optional(), format: paperFormat }),
  },
  responses,
});

const reminderRoute = createRoute({
  ...access(LEADERS),
  method: "get",
  path: "/api/exports/reminder",
  operationId: "exportReminder",
  summary: "催办函：一个单位已超过期限和七日内到期的事项",
  tags,
  request: { query: z.strictObject({ unit, campaign: campaign.optional(), format: paperFormat }) },
  responses: { ...responses, ...problems(409) },
});

const documentRoute = createRoute({
  ...access(PEOPLE),
  method: "get",
  path: "/api/exports/documents/{slug}",
  operationId: "exportDocument",
  summary: "通知、总结、通报等文件（公文格式）；空段和没有内容的标题不印出",
  tags,
  request: {
    params: z.strictObject({ slug: z.string().min(1).max(120) }),
    query: z.strictObject({ format: paperFormat }),
  },
  responses,
});

export const paperExports = new OpenAPIHono<ApiEnv>()
  .openapi(letterRoute, async (c) => {
    const query = c.req.valid("query");
    return await sendFile(c, await exportLetter(contextOf(c), { ...c.req.valid("param"), ...query }));
  })
  .openapi(formRoute, async (c) => {
    const { format } = c.req.valid("query");
    return await sendFile(c, await exportFeedbackForm(contextOf(c), { ...c.req.valid("param"), format }));
  })
  .openapi(noticeRoute, async (c) => await sendFile(c, await exportNotice(contextOf(c), c.req.valid("query"))))
  .openapi(
    reminderRoute,
    async (c) => await sendFile(c, await exportReminderLetter(contextOf(c), c.req.valid("query"))),
  )
  .openapi(documentRoute, async (c) => {
    const { format } = c.req.valid("query");
    return await sendFile(c, await exportDocument(contextOf(c), { ...c.req.valid("param"), format }));
  });
