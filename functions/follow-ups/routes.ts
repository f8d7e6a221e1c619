import type { Context } from "hono";
import { OpenAPIHono, createRoute } from "@hono/zod-openapi";
import { ApproveFollowUpInput, approveFollowUp } from "#services/follow-ups/approve.ts";
import { FollowUpInput, draftFollowUp } from "#services/follow-ups/draft.ts";
import { OpenSupplementInput, openSupplement } from "#services/follow-ups/open-supplement.ts";
import { publishFollowUp } from "#services/follow-ups/publish.ts";
import { readFollowUps } from "#services/follow-ups/read-follow-ups.ts";
import { ReturnFollowUpInput, returnFollowUp } from "#services/follow-ups/return.ts";
import { submitFollowUp } from "#services/follow-ups/submit.ts";
import type { ApiEnv } from "../deps.ts";
import { contextOf } from "../http/authentication.ts";
import { IF_MATCH, etagOf, getIfMatch } from "../http/etag.ts";
import { IDEMPOTENCY_KEY, idempotent } from "../http/idempotency.ts";
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
import { FollowUps, toFollowUps } from "./schema.ts";

const params = idParam("交办编号，如 2026-jianyi-39.zhujian");
const change = { tags: ["续办"], parameters: [IF_MATCH] };
const responses = { 200: jsonWithEtag(FollowUps, "续办情况"), ...CHANGE_PROBLEMS };

const getRoute = createRoute({
  ...access(PEOPLE),
  method: "get",
  path: "/api/assignments/{id}/follow-ups",
  operationId: "getFollowUps",
  summary: "一份答复的续办续复和分类变化",
  tags: ["续办"],
  request: { params, query: NoQuery },
  responses: { 200: jsonWithEtag(FollowUps, "续办情况"), ...READ_PROBLEMS },
});

const openRoute = createRoute({
  ...access(["unit", "office"]),
  ...change,
  method: "post",
  path: "/api/assignments/{id}/follow-ups",
  operationId: "openSupplement",
  summary: "补充答复：答复之后主动补充，另起一份",
  request: { params, query: NoQuery, body: input(OpenSupplementInput) },
  responses,
});

const draftRoute = createRoute({
  ...access(["unit"]),
  ...change,
  method: "put",
  path: "/api/assignments/{id}/follow-ups/draft",
  operationId: "draftFollowUp",
  summary: "保存续复文稿",
  request: { params, query: NoQuery, body: input(FollowUpInput) },
  responses,
});

const submitRoute = createRoute({
  ...access(["unit"]),
  ...change,
  method: "post",
  path: "/api/assignments/{id}/follow-ups/submit",
  operationId: "submitFollowUp",
  summary: "续复报送审核",
  request: { params, query: NoQuery, body: input(NoInput) },
  responses,
});

const approveRoute = createRoute({
  ...access(["office"]),
  ...change,
  method: "post",
  path: "/api/assignments/{id}/follow-ups/approve",
  operationId: "approveFollowUp",
  summary: "续复审核通过；分类有变化的，在此改变",
  request: { params, query: NoQuery, body: input(ApproveFollowUpInput) },
  responses,
});

const returnRoute = createRoute({
  ...access(["office"]),
  ...change,
  method: "post",
  path: "/api/assignments/{id}/follow-ups/return",
  operationId: "returnFollowUp",
  summary: "退回续复，写明理由",
  request: { params, query: NoQuery, body: input(ReturnFollowUpInput) },
  responses,
});

const publishRoute = createRoute({
  ...access(["office", "unit"], idempotent),
  tags: ["续办"],
  parameters: [IF_MATCH, IDEMPOTENCY_KEY],
  method: "post",
  path: "/api/assignments/{id}/follow-ups/publish",
  operationId: "publishFollowUp",
  summary: "公开续复",
  request: { params, query: NoQuery, body: input(NoInput) },
  responses,
});

async function answer(c: Context<ApiEnv>, id: string) {
  const file = await readFollowUps(contextOf(c), id);
  c.header("ETag", etagOf(file.version));
  return c.json(toFollowUps(file), 200);
}

export const followUps = new OpenAPIHono<ApiEnv>()
  .openapi(getRoute, async (c) => await answer(c, c.req.valid("param").id))
  .openapi(openRoute, async (c) => {
    const { id } = c.req.valid("param");
    await openSupplement(contextOf(c), { id, version: getIfMatch(c) }, c.req.valid("json"));
    return await answer(c, id);
  })
  .openapi(draftRoute, async (c) => {
    const { id } = c.req.valid("param");
    await draftFollowUp(contextOf(c), { id, version: getIfMatch(c) }, c.req.valid("json"));
    return await answer(c, id);
  })
  .openapi(submitRoute, async (c) => {
    const { id } = c.req.valid("param");
    await submitFollowUp(contextOf(c), { id, version: getIfMatch(c) });
    return await answer(c, id);
  })
  .openapi(approveRoute, async (c) => {
    const { id } = c.req.valid("param");
    await approveFollowUp(contextOf(c), { id, version: getIfMatch(c) }, c.req.valid("json"));
    return await answer(c, id);
  })
  .openapi(returnRoute, async (c) => {
    const { id } = c.req.valid("param");
    await returnFollowUp(contextOf(c), { id, version: getIfMatch(c) }, c.req.valid("json"));
    return await answer(c, id);
  })
  .openapi(publishRoute, async (c) => {
    const { id } = c.req.valid("param");
    await publishFollowUp(contextOf(c), { id, version: getIfMatch(c) });
    return await answer(c, id);
  });
