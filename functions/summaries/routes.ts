import type { Context } from "hono";
import { OpenAPIHono, createRoute, z } from "@hono/zod-openapi";
import type { Role } from "#domain/handling/actor.ts";
import { SummaryInput, draftSummary } from "#services/summaries/draft.ts";
import { listSummaries, readSummary } from "#services/summaries/read-summary.ts";
import { refreshSummary } from "#services/summaries/refresh.ts";
import { SummaryWords, saveSummary } from "#services/summaries/save.ts";
import type { ApiEnv } from "../deps.ts";
import { contextOf } from "../http/authentication.ts";
import { IF_MATCH, etagOf, getIfMatch } from "../http/etag.ts";
import { IDEMPOTENCY_KEY, idempotent } from "../http/idempotency.ts";
import {
  CHANGE_PROBLEMS,
  CREATE_PROBLEMS,
  LIST_PROBLEMS,
  NoInput,
  NoQuery,
  PEOPLE,
  READ_PROBLEMS,
  access,
  idParam,
  input,
  json,
  jsonWithEtag,
  problems,
} from "../http/route-parts.ts";
import { siteOf } from "../http/send-file.ts";
import { RefreshAnswer, SummaryAnswer, SummaryLine, toFigures, toSummary, toSummaryLine } from "./schema.ts";

const WRITERS: readonly Role[] = ["admin", "office", "unit"];
const tags = ["总结"];
const params = idParam("总结编号");

const listRoute = createRoute({
  ...access(PEOPLE),
  method: "get",
  path: "/api/summaries",
  operationId: "listSummaries",
  summary: "一个年度的总结；承办单位只见本单位的",
  tags,
  request: { query: z.strictObject({ campaign: z.string().min(1).max(40) }) },
  responses: { 200: json(z.strictObject({ items: z.array(SummaryLine) }), "总结"), ...LIST_PROBLEMS },
});

const getRoute = createRoute({
  ...access(PEOPLE),
  method: "get",
  path: "/api/summaries/{id}",
  operationId: "getSummary",
  summary: "一份总结，附各处空段应写的内容",
  tags,
  request: { params, query: NoQuery },
  responses: { 200: jsonWithEtag(SummaryAnswer, "总结"), ...READ_PROBLEMS },
});

const createSummaryRoute = createRoute({
  ...access(WRITERS, idempotent),
  method: "post",
  path: "/api/summaries",
  operationId: "draftSummary",
  summary: "起草总结：数字由台账算出，没有数据的句子不写，文字留给人写",
  tags,
  parameters: [IDEMPOTENCY_KEY],
  request: { query: NoQuery, body: input(SummaryInput) },
  responses: { 201: jsonWithEtag(SummaryAnswer, "草稿"), ...CREATE_PROBLEMS, ...problems(404) },
});

const saveRoute = createRoute({
  ...access(WRITERS),
  method: "put",
  path: "/api/summaries/{id}",
  operationId: "saveSummary",
  summary: "保存总结的标题和正文",
  tags,
  parameters: [IF_MATCH],
  request: { params, query: NoQuery, body: input(SummaryWords) },
  responses: { 200: jsonWithEtag(SummaryAnswer, "总结"), ...CHANGE_PROBLEMS },
});

const refreshRoute = createRoute({
  ...access(WRITERS),
  method: "post",
  path: "/api/summaries/{id}/refresh",
  operationId: "refreshSummary",
  summary: "按今天的数据更新文中的数字，其他文字不动",
  tags,
  parameters: [IF_MATCH],
  request: { params, query: NoQuery, body: input(NoInput) },
  responses: { 200: jsonWithEtag(RefreshAnswer, "更新后的总结和变动的数字"), ...CHANGE_PROBLEMS },
});

async function readWithEtag(c: Context<ApiEnv>, slug: string) {
  const file = await readSummary(contextOf(c), slug);
  c.header("ETag", etagOf(file.document.version));
  return toSummary(file);
}

export const summaries = new OpenAPIHono<ApiEnv>()
  .openapi(listRoute, async (c) => {
    const records = await listSummaries(contextOf(c), c.req.valid("query").campaign);
    return c.json({ items: records.map(toSummaryLine) }, 200);
  })
  .openapi(getRoute, async (c) => c.json({ summary: await readWithEtag(c, c.req.valid("param").id) }, 200))
  .openapi(createSummaryRoute, async (c) => {
    const slug = await draftSummary(contextOf(c), c.req.valid("json"), siteOf(c));
    const summary = await readWithEtag(c, slug);
    c.header("Location", `/api/summaries/${slug}`);
    return c.json({ summary }, 201);
  })
  .openapi(saveRoute, async (c) => {
    const slug = c.req.valid("param").id;
    await saveSummary(contextOf(c), { slug, version: getIfMatch(c) }, c.req.valid("json"));
    return c.json({ summary: await readWithEtag(c, slug) }, 200);
  })
  .openapi(refreshRoute, async (c) => {
    const slug = c.req.valid("param").id;
    const figures = await refreshSummary(contextOf(c), { slug, version: getIfMatch(c) }, siteOf(c));
    return c.json({ summary: await readWithEtag(c, slug), figures: toFigures(figures) }, 200);
  });
