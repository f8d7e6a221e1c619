import { OpenAPIHono, createRoute, z } from "@hono/zod-openapi";
import { isMigrated } from "#db/reads/migrations.ts";
import type { ApiEnv } from "../deps.ts";
import { answerFramed } from "../http/headers.ts";
import { HttpProblem } from "../http/http-problem.ts";
import { NoQuery, PUBLIC, json, problems } from "../http/route-parts.ts";

const Health = z.strictObject({ status: z.literal("ok"), version: z.string() }).openapi("Health");
const Ready = z.strictObject({ status: z.literal("ready") }).openapi("Ready");

const healthRoute = createRoute({
  ...PUBLIC,
  method: "get",
  path: "/api/health",
  operationId: "getHealth",
  summary: "程序是否在运行",
  tags: ["运行"],
  request: { query: NoQuery },
  responses: { 200: json(Health, "正在运行"), ...problems(422, 500) },
});

const readyRoute = createRoute({
  ...PUBLIC,
  method: "get",
  path: "/api/ready",
  operationId: "getReady",
  summary: "是否可以受理请求（数据库可用且结构为最新）",
  tags: ["运行"],
  request: { query: NoQuery },
  responses: { 200: json(Ready, "可以受理"), ...problems(422, 500, 503) },
});

export const health = new OpenAPIHono<ApiEnv>()
  .openapi(healthRoute, (c) => answerFramed(c, { status: "ok" as const, version: c.get("deps").version }, 200))
  .openapi(readyRoute, async (c) => {
    // Whatever the database says, the caller only needs to wait.
    const ready = await isMigrated(c.get("deps").db).catch(() => false);
    if (!ready) throw new HttpProblem("not_ready", { headers: { "Retry-After": "5" } });
    return answerFramed(c, { status: "ready" as const }, 200);
  });
