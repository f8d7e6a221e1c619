import type { Context } from "hono";
import { OpenAPIHono, createRoute } from "@hono/zod-openapi";
import type { z } from "@hono/zod-openapi";
import type { Role } from "#domain/handling/actor.ts";
import { AskOpinionInput, askOpinion } from "#services/opinions/ask.ts";
import { GiveOpinionInput, giveOpinion } from "#services/opinions/give.ts";
import { getOpinion, listOpinions } from "#services/opinions/list-opinions.ts";
import { WaiveOpinionInput, waiveOpinion } from "#services/opinions/waive.ts";
import type { ApiEnv } from "../deps.ts";
import { contextOf } from "../http/authentication.ts";
import { IF_MATCH, etagOf, getIfMatch } from "../http/etag.ts";
import {
  CHANGE_PROBLEMS,
  NoQuery,
  READ_PROBLEMS,
  access,
  idParam,
  input,
  json,
  jsonWithEtag,
  pageOf,
} from "../http/route-parts.ts";
import { JointOpinion, toOpinion } from "./schema.ts";

const params = idParam("会办单位的交办编号，如 2026-jianyi-39.jiaoti");
/** 条例 Art. 16: process information, and nothing that running the system asks for. */
const READERS: readonly Role[] = ["office", "unit", "supervisor"];

const listRoute = createRoute({
  ...access(READERS),
  method: "get",
  path: "/api/motions/{id}/opinions",
  operationId: "listOpinions",
  summary: "一件的会办意见：主办单位见全部，会办单位见本单位的",
  tags: ["会办意见"],
  request: { params: idParam("建议、提案编号，如 2026-jianyi-39"), query: NoQuery },
  responses: { 200: json(pageOf(JointOpinion), "会办意见"), ...READ_PROBLEMS },
});

const getRoute = createRoute({
  ...access(READERS),
  method: "get",
  path: "/api/opinions/{id}",
  operationId: "getOpinion",
  summary: "一个会办单位的会办意见",
  tags: ["会办意见"],
  request: { params, query: NoQuery },
  responses: { 200: jsonWithEtag(JointOpinion, "会办意见"), ...READ_PROBLEMS },
});

function opinionRoute<const M extends "post" | "put", const P extends string, T extends z.ZodType>(
  roles: readonly Role[],
  method: M,
  path: P,
  { operationId, summary, schema }: { readonly operationId: string; readonly summary: string; readonly schema: T },
) {
  return createRoute({
    ...access(roles),
    method,
    path,
    operationId,
    summary,
    tags: ["会办意见"],
    parameters: [IF_MATCH],
    request: { params, query: NoQuery, body: input(schema) },
    responses: { 200: jsonWithEtag(JointOpinion, "会办意见"), ...CHANGE_PROBLEMS },
  });
}

const askRoute = opinionRoute(["unit", "office"], "post", "/api/opinions/{id}/ask", {
  operationId: "askOpinion",
  summary: "征求会办意见",
  schema: AskOpinionInput,
});
const giveRoute = opinionRoute(["unit"], "put", "/api/opinions/{id}", {
  operationId: "giveOpinion",
  summary: "提出会办意见",
  schema: GiveOpinionInput,
});
const waiveRoute = opinionRoute(["unit", "office"], "post", "/api/opinions/{id}/waive", {
  operationId: "waiveOpinion",
  summary: "免予提出会办意见",
  schema: WaiveOpinionInput,
});

async function answer(c: Context<ApiEnv>, id: string) {
  const view = await getOpinion(contextOf(c), id);
  c.header("ETag", etagOf(view.assignment.version));
  return c.json(toOpinion(view), 200);
}

export const opinions = new OpenAPIHono<ApiEnv>()
  .openapi(listRoute, async (c) => {
    const page = await listOpinions(contextOf(c), c.req.valid("param").id);
    return c.json({ ...page, items: page.items.map(toOpinion) }, 200);
  })
  .openapi(getRoute, async (c) => await answer(c, c.req.valid("param").id))
  .openapi(askRoute, async (c) => {
    const { id } = c.req.valid("param");
    await askOpinion(contextOf(c), { id, version: getIfMatch(c) }, c.req.valid("json"));
    return await answer(c, id);
  })
  .openapi(giveRoute, async (c) => {
    const { id } = c.req.valid("param");
    await giveOpinion(contextOf(c), { id, version: getIfMatch(c) }, c.req.valid("json"));
    return await answer(c, id);
  })
  .openapi(waiveRoute, async (c) => {
    const { id } = c.req.valid("param");
    await waiveOpinion(contextOf(c), { id, version: getIfMatch(c) }, c.req.valid("json"));
    return await answer(c, id);
  });
