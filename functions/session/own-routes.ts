import { OpenAPIHono, createRoute, z } from "@hono/zod-openapi";
import { endOwnSession, listOwnSessions } from "#services/accounts/own-sessions.ts";
import { renewRecoveryCodes } from "#services/accounts/renew-recovery-codes.ts";
import { listOwnEvents } from "#services/security-events/list-events.ts";
import type { ApiEnv } from "../deps.ts";
import { contextOf } from "../http/authentication.ts";
import {
  LIST_PROBLEMS,
  NoInput,
  NoQuery,
  PEOPLE,
  PageQuery,
  access,
  input,
  json,
  pageOf,
  problems,
} from "../http/route-parts.ts";
import { SecurityEvent, toSecurityEvent } from "../security-events/schema.ts";

const tags = ["登录"];

const OwnSession = z
  .strictObject({
    id: z.string(),
    current: z.boolean().openapi({ description: "是否当前登录" }),
    startedAt: z.string(),
    lastSeenAt: z.string(),
    expiresAt: z.string(),
    network: z.string().nullable().openapi({ description: "登录时的地址；null 为本机或未知" }),
    browser: z.string().nullable(),
  })
  .openapi("OwnSession");

/** Sessions are opened and ended and never changed: they have no version. */
const SessionParam = z.strictObject({ session: z.string().min(1).max(60).openapi({ description: "登录编号" }) });

const RecoveryCodes = z
  .strictObject({ recoveryCodes: z.array(z.string()).openapi({ description: "只显示这一次，每个只能用一次" }) })
  .openapi("RecoveryCodes");

const listRoute = createRoute({
  ...access(PEOPLE),
  method: "get",
  path: "/api/sessions",
  operationId: "listOwnSessions",
  summary: "自己没有退出的登录",
  tags,
  request: { query: NoQuery },
  responses: { 200: json(pageOf(OwnSession), "全部登录，新的在前"), ...problems(401, 403, 409, 422, 500, 503) },
});

const endRoute = createRoute({
  ...access(PEOPLE),
  method: "delete",
  path: "/api/sessions/{session}",
  operationId: "endOwnSession",
  summary: "退出自己的一处登录，立即生效",
  tags,
  request: { params: SessionParam, query: NoQuery },
  responses: { 204: { description: "已经退出" }, ...problems(401, 403, 404, 409, 413, 415, 422, 500, 503) },
});

const eventsRoute = createRoute({
  ...access(PEOPLE),
  method: "get",
  path: "/api/session/events",
  operationId: "listOwnEvents",
  summary: "自己账号的登录记录和被拒绝的操作",
  tags,
  request: { query: z.strictObject(PageQuery) },
  responses: { 200: json(pageOf(SecurityEvent), "一页记录，新的在前"), ...LIST_PROBLEMS },
});

// No Idempotency-Key: the answer would be kept, and with it the codes.
const codesRoute = createRoute({
  ...access(PEOPLE),
  method: "post",
  path: "/api/session/recovery-codes",
  operationId: "renewRecoveryCodes",
  summary: "换一组恢复码；原有的随即作废",
  tags,
  request: { query: NoQuery, body: input(NoInput) },
  responses: { 200: json(RecoveryCodes, "新的恢复码"), ...problems(400, 401, 403, 409, 413, 415, 422, 500, 503) },
});

export const ownSessions = new OpenAPIHono<ApiEnv>()
  .openapi(listRoute, async (c) => c.json(await listOwnSessions(contextOf(c)), 200))
  .openapi(endRoute, async (c) => {
    await endOwnSession(contextOf(c), c.req.valid("param").session);
    return c.body(null, 204);
  })
  .openapi(eventsRoute, async (c) => {
    const page = await listOwnEvents(contextOf(c), c.req.valid("query"));
    return c.json({ ...page, items: page.items.map(toSecurityEvent) }, 200);
  })
  .openapi(codesRoute, async (c) => c.json({ recoveryCodes: [...(await renewRecoveryCodes(contextOf(c)))] }, 200));
