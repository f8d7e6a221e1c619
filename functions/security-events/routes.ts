import { OpenAPIHono, createRoute, z } from "@hono/zod-openapi";
import { SECURITY_EVENTS } from "#domain/account/security-event.ts";
import { listSecurityEvents } from "#services/security-events/list-events.ts";
import type { ApiEnv } from "../deps.ts";
import { contextOf } from "../http/authentication.ts";
import { LIST_PROBLEMS, PageQuery, access, json, pageOf } from "../http/route-parts.ts";
import { SecurityEvent, toSecurityEvent } from "./schema.ts";

const listRoute = createRoute({
  ...access(["admin", "supervisor"]),
  method: "get",
  path: "/api/security-events",
  operationId: "listSecurityEvents",
  summary: "安全记录：登录、被拒绝的登录和操作；保留一年",
  tags: ["运行"],
  request: {
    query: z.strictObject({
      ...PageQuery,
      kind: z.enum(SECURITY_EVENTS).optional(),
      actor: z.string().min(1).max(120).optional().openapi({ description: "账号或密钥持有人的编号" }),
    }),
  },
  responses: { 200: json(pageOf(SecurityEvent), "一页记录，新的在前"), ...LIST_PROBLEMS },
});

export const securityEvents = new OpenAPIHono<ApiEnv>().openapi(listRoute, async (c) => {
  const page = await listSecurityEvents(contextOf(c), c.req.valid("query"));
  return c.json({ ...page, items: page.items.map(toSecurityEvent) }, 200);
});
