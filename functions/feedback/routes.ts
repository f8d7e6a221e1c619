import type { Context } from "hono";
import { OpenAPIHono, createRoute } from "@hono/zod-openapi";
import { askFeedback } from "#services/feedback/ask.ts";
import { LinkInput, createFeedbackLink } from "#services/feedback/create-link.ts";
import { FeedbackInput } from "#services/feedback/file-round.ts";
import { readFeedback } from "#services/feedback/read-feedback.ts";
import { recordFeedback } from "#services/feedback/record.ts";
import { revokeLinks } from "#services/feedback/revoke-links.ts";
import type { ApiEnv } from "../deps.ts";
import { contextOf } from "../http/authentication.ts";
import { IF_MATCH, etagOf, getIfMatch } from "../http/etag.ts";
import {
  CHANGE_PROBLEMS,
  NoInput,
  NoQuery,
  PEOPLE,
  READ_PROBLEMS,
  access,
  idParam,
  input,
  jsonWithEtag,
} from "../http/route-parts.ts";
import { Feedback, NewFeedbackLink, toFeedback } from "./schema.ts";

const params = idParam("交办编号，如 2026-jianyi-39.zhujian");
const change = { tags: ["反馈"], parameters: [IF_MATCH] };
const responses = { 200: jsonWithEtag(Feedback, "各轮反馈"), ...CHANGE_PROBLEMS };

const getRoute = createRoute({
  ...access(PEOPLE),
  method: "get",
  path: "/api/assignments/{id}/feedback",
  operationId: "getFeedback",
  summary: "一项交办的反馈：各轮意见、反馈链接、反馈表各项",
  tags: ["反馈"],
  request: { params, query: NoQuery },
  responses: { 200: jsonWithEtag(Feedback, "各轮反馈"), ...READ_PROBLEMS },
});

const askRoute = createRoute({
  ...access(["office", "unit"]),
  ...change,
  method: "post",
  path: "/api/assignments/{id}/feedback/ask",
  operationId: "askFeedback",
  summary: "发出反馈表，开始一轮征询",
  request: { params, query: NoQuery, body: input(NoInput) },
  responses,
});

const recordRoute = createRoute({
  ...access(["office"]),
  ...change,
  method: "post",
  path: "/api/assignments/{id}/feedback/record",
  operationId: "recordFeedback",
  summary: "登记反馈意见；办理结果不满意的，转为重新办理",
  request: { params, query: NoQuery, body: input(FeedbackInput) },
  responses,
});

// Without Idempotency-Key: a kept answer would keep the token. If-Match already lets it happen once.
const linkRoute = createRoute({
  ...access(["office"]),
  ...change,
  method: "post",
  path: "/api/assignments/{id}/feedback/links",
  operationId: "createFeedbackLink",
  summary: "生成一次性反馈链接；此前的链接同时失效",
  request: { params, query: NoQuery, body: input(LinkInput) },
  responses: { 200: jsonWithEtag(NewFeedbackLink, "新链接"), ...CHANGE_PROBLEMS },
});

const revokeRoute = createRoute({
  ...access(["office"]),
  ...change,
  method: "post",
  path: "/api/assignments/{id}/feedback/links/revoke",
  operationId: "revokeFeedbackLinks",
  summary: "作废尚未使用的反馈链接",
  request: { params, query: NoQuery, body: input(NoInput) },
  responses,
});

async function answer(c: Context<ApiEnv>, id: string) {
  const file = await readFeedback(contextOf(c), id);
  c.header("ETag", etagOf(file.version));
  return c.json(toFeedback(file), 200);
}

export const feedback = new OpenAPIHono<ApiEnv>()
  .openapi(getRoute, async (c) => await answer(c, c.req.valid("param").id))
  .openapi(askRoute, async (c) => {
    const { id } = c.req.valid("param");
    await askFeedback(contextOf(c), { id, version: getIfMatch(c) });
    return await answer(c, id);
  })
  .openapi(recordRoute, async (c) => {
    const { id } = c.req.valid("param");
    await recordFeedback(contextOf(c), { id, version: getIfMatch(c) }, c.req.valid("json"));
    return await answer(c, id);
  })
  .openapi(linkRoute, async (c) => {
    const { id } = c.req.valid("param");
    const version = getIfMatch(c);
    const { token, expiresAt } = await createFeedbackLink(contextOf(c), { id, version }, c.req.valid("json"));
    c.header("ETag", etagOf(version + 1));
    return c.json({ token, expiresAt }, 200);
  })
  .openapi(revokeRoute, async (c) => {
    const { id } = c.req.valid("param");
    await revokeLinks(contextOf(c), { id, version: getIfMatch(c) });
    return await answer(c, id);
  });
