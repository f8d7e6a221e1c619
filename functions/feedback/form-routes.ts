import { OpenAPIHono, createRoute, z } from "@hono/zod-openapi";
import { fileForm, readForm } from "#services/feedback/form.ts";
import { FeedbackInput } from "#services/feedback/file-round.ts";
import type { ApiEnv } from "../deps.ts";
import { NoQuery, PUBLIC, input, json, problems } from "../http/route-parts.ts";
import { FeedbackForm, toForm } from "./schema.ts";

/** The two addresses that a deputy's one-time link opens. No account: the token is the whole right, and it ends with its use. */
const params = z.strictObject({ token: z.string().min(1).max(100).openapi({ description: "一次性链接中的凭证" }) });
const Filed = z.strictObject({ filed: z.literal(true) }).openapi("FeedbackFiled");

const getRoute = createRoute({
  ...PUBLIC,
  method: "get",
  path: "/api/feedback-forms/{token}",
  operationId: "getFeedbackForm",
  summary: "一次性反馈表（代表、委员凭链接打开）",
  tags: ["反馈"],
  request: { params, query: NoQuery },
  responses: { 200: json(FeedbackForm, "反馈表"), ...problems(404, 422, 500, 503) },
});

const postRoute = createRoute({
  ...PUBLIC,
  method: "post",
  path: "/api/feedback-forms/{token}",
  operationId: "fileFeedbackForm",
  summary: "提交反馈表；提交后链接失效",
  tags: ["反馈"],
  request: { params, query: NoQuery, body: input(FeedbackInput) },
  responses: { 200: json(Filed, "已收到"), ...problems(400, 403, 404, 409, 413, 415, 422, 500, 503) },
});

export const feedbackForms = new OpenAPIHono<ApiEnv>()
  .openapi(getRoute, async (c) => {
    const { db, now } = c.get("deps");
    return c.json(toForm(await readForm({ db, now }, c.req.valid("param").token)), 200);
  })
  .openapi(postRoute, async (c) => {
    const { db, now } = c.get("deps");
    await fileForm({ db, now }, c.req.valid("param").token, c.req.valid("json"));
    return c.json({ filed: true as const }, 200);
  });
