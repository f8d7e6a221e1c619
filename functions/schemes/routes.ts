import { OpenAPIHono, createRoute } from "@hono/zod-openapi";
import { Scheme } from "#domain/scheme/scheme.ts";
import { listSchemes } from "#services/schemes/list-schemes.ts";
import type { ApiEnv } from "../deps.ts";
import { contextOf } from "../http/authentication.ts";
import { LIST_PROBLEMS, NoQuery, PEOPLE, access, json, pageOf } from "../http/route-parts.ts";

const listRoute = createRoute({
  ...access(PEOPLE),
  method: "get",
  path: "/api/schemes",
  operationId: "listSchemes",
  summary: "办理结果分类口径",
  tags: ["基础资料"],
  request: { query: NoQuery },
  responses: { 200: json(pageOf(Scheme), "全部口径"), ...LIST_PROBLEMS },
});

export const schemes = new OpenAPIHono<ApiEnv>().openapi(listRoute, async (c) => {
  return c.json(await listSchemes(contextOf(c)), 200);
});
