import { OpenAPIHono, createRoute, z } from "@hono/zod-openapi";
import { listAudit } from "#services/list-audit.ts";
import type { ApiEnv } from "../deps.ts";
import { contextOf } from "../http/authentication.ts";
import { LIST_PROBLEMS, OVERSEERS, PageQuery, access, json, pageOf } from "../http/route-parts.ts";

const AuditEntry = z
  .strictObject({
    seq: z.int(),
    at: z.string(),
    actorId: z.string(),
    actorName: z.string().nullable(),
    action: z.string().openapi({ example: "reply.publish" }),
    object: z.string().openapi({ example: "reply:2026-jianyi-39.zhujian" }),
    beforeHash: z.string().nullable(),
    afterHash: z.string().nullable(),
    prevHash: z.string(),
    hash: z.string(),
  })
  .openapi("AuditEntry");

const listRoute = createRoute({
  ...access(OVERSEERS),
  method: "get",
  path: "/api/audit",
  operationId: "listAudit",
  summary: "操作记录",
  tags: ["运行"],
  request: {
    query: z.strictObject({
      ...PageQuery,
      object: z.string().min(1).max(200).optional().openapi({ description: "对象，如 reply:2026-jianyi-39.zhujian" }),
      action: z.string().min(1).max(60).optional(),
    }),
  },
  responses: { 200: json(pageOf(AuditEntry), "一页记录，新的在前"), ...LIST_PROBLEMS },
});

export const audit = new OpenAPIHono<ApiEnv>().openapi(listRoute, async (c) => {
  const page = await listAudit(contextOf(c), c.req.valid("query"));
  const items = page.items.map((row) => {
    const { seq, at, actorId, actorName, action, object, beforeHash, afterHash, prevHash, hash } = row;
    return { seq, at, actorId, actorName, action, object, beforeHash, afterHash, prevHash, hash };
  });
  return c.json({ ...page, items }, 200);
});
