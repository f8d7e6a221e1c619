import { OpenAPIHono, createRoute, z } from "@hono/zod-openapi";
import type { AuditVerdict } from "#services/audit-verify.ts";
import { AUDIT_FAULTS } from "#services/audit-verify.ts";
import { listAudit } from "#services/list-audit.ts";
import { verifyAuditNow } from "#services/verify-audit-now.ts";
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

const Verification = z
  .strictObject({
    ok: z.boolean(),
    rows: z.int().openapi({ description: "完好的条数；不完好的，到第几条为止" }),
    reason: z.enum(AUDIT_FAULTS).nullable(),
    head: z.string().nullable().openapi({ description: "最后一条的哈希值" }),
    lost: z.array(z.string()).openapi({ description: "缺失的防改动触发器" }),
  })
  .openapi("AuditVerification");

const verifyRoute = createRoute({
  ...access(OVERSEERS),
  method: "get",
  path: "/api/audit/verification",
  operationId: "verifyAudit",
  summary: "从第一条起逐条核对操作记录是否首尾相连、未被改动",
  tags: ["运行"],
  request: {
    query: z.strictObject({
      anchor: z
        .string()
        .regex(/^[0-9a-f]{64}$/, "哈希值为 64 位十六进制数字")
        .optional()
        .openapi({ description: "已公布的哈希值，如发布清单中的 auditHead" }),
    }),
  },
  responses: { 200: json(Verification, "核对结果"), ...LIST_PROBLEMS },
});

function toVerification(verdict: AuditVerdict): z.infer<typeof Verification> {
  if (verdict.ok) return { ok: true, rows: verdict.rows, reason: null, head: verdict.head, lost: [] };
  return { ok: false, rows: verdict.seq, reason: verdict.reason, head: null, lost: [...(verdict.lost ?? [])] };
}

export const audit = new OpenAPIHono<ApiEnv>()
  .openapi(verifyRoute, async (c) => {
    return c.json(toVerification(await verifyAuditNow(contextOf(c), c.req.valid("query").anchor)), 200);
  })
  .openapi(listRoute, async (c) => {
    const page = await listAudit(contextOf(c), c.req.valid("query"));
    const items = page.items.map((row) => {
      const { seq, at, actorId, actorName, action, object, beforeHash, afterHash, prevHash, hash } = row;
      return { seq, at, actorId, actorName, action, object, beforeHash, afterHash, prevHash, hash };
    });
    return c.json({ ...page, items }, 200);
  });
