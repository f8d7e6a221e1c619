import { OpenAPIHono, createRoute, z } from "@hono/zod-openapi";
import { Finding, Verdict } from "#domain/gate/finding.ts";
import type { CheckedDraft } from "#services/overrides/check-reply.ts";
import { checkDraft } from "#services/overrides/check-reply.ts";
import { OverrideDecision, decideOverride } from "#services/overrides/decide.ts";
import { OverrideInput, requestOverride } from "#services/overrides/request.ts";
import type { ApiEnv } from "../deps.ts";
import { contextOf } from "../http/authentication.ts";
import { IF_MATCH, etagOf, getIfMatch } from "../http/etag.ts";
import { IDEMPOTENCY_KEY, idempotent } from "../http/idempotency.ts";
import {
  CHANGE_PROBLEMS,
  NoQuery,
  PEOPLE,
  READ_PROBLEMS,
  access,
  idParam,
  input,
  jsonWithEtag,
} from "../http/route-parts.ts";

const params = idParam("交办编号，如 2026-jianyi-39.zhujian");

const Override = z
  .strictObject({
    id: z.string(),
    code: z.string(),
    where: z.string(),
    reason: z.string(),
    requestedBy: z.string(),
    requestedAt: z.string(),
    decidedBy: z.string().nullable(),
    decidedAt: z.string().nullable(),
    allowed: z.boolean().nullable(),
    decisionReason: z.string().nullable(),
    current: z.boolean().openapi({ description: "是否针对现在的文稿；文稿一改动，放行即失效" }),
  })
  .openapi("GateOverride");

const ReplyCheck = z
  .strictObject({
    verdict: Verdict,
    findings: z.array(
      z.strictObject({
        ...Finding.shape,
        overridable: z.boolean().openapi({ description: "可否说明理由、经第二人核对后放行" }),
      }),
    ),
    overrides: z.array(Override),
  })
  .openapi("ReplyCheck");

function toReplyCheck({ verdict, findings, overrides }: CheckedDraft): z.infer<typeof ReplyCheck> {
  return {
    verdict,
    findings: findings.map(({ code, severity, where, text, message, overridable }) => {
      return { code, severity, where, text, message, overridable };
    }),
    overrides: overrides.map((row) => ({
      id: row.id,
      code: row.code,
      where: row.where,
      reason: row.reason,
      requestedBy: row.requestedBy,
      requestedAt: row.requestedAt,
      decidedBy: row.decidedBy,
      decidedAt: row.decidedAt,
      allowed: row.allowed,
      decisionReason: row.decisionReason,
      current: row.current,
    })),
  };
}

const checkRoute = createRoute({
  ...access(PEOPLE),
  method: "get",
  path: "/api/replies/{id}/check",
  operationId: "checkReply",
  summary: "按现在的文稿检查一遍：发现的问题、可否放行、已有的放行申请；不改动",
  tags: ["答复"],
  request: { params, query: NoQuery },
  responses: { 200: jsonWithEtag(ReplyCheck, "检查结果"), ...READ_PROBLEMS },
});

const requestRoute = createRoute({
  ...access(["unit", "office"], idempotent),
  method: "post",
  path: "/api/replies/{id}/overrides",
  operationId: "requestOverride",
  summary: "申请放行一项问题：写明理由，由另一位同志核对；文稿一改动即失效",
  tags: ["答复"],
  parameters: [IF_MATCH, IDEMPOTENCY_KEY],
  request: { params, query: NoQuery, body: input(OverrideInput) },
  responses: { 200: jsonWithEtag(ReplyCheck, "检查结果"), ...CHANGE_PROBLEMS },
});

const decideRoute = createRoute({
  ...access(["office"]),
  method: "post",
  path: "/api/replies/{id}/overrides/{override}/decision",
  operationId: "decideOverride",
  summary: "核对一项放行申请：由申请人和拟稿人以外的同志决定",
  tags: ["答复"],
  parameters: [IF_MATCH],
  request: {
    params: z.strictObject({ ...params.shape, override: z.string().min(1).max(60) }),
    query: NoQuery,
    body: input(OverrideDecision),
  },
  responses: { 200: jsonWithEtag(ReplyCheck, "检查结果"), ...CHANGE_PROBLEMS },
});

export const overrides = new OpenAPIHono<ApiEnv>()
  .openapi(checkRoute, async (c) => {
    const checked = await checkDraft(contextOf(c), c.req.valid("param").id);
    return c.json(toReplyCheck(checked), 200, { ETag: etagOf(checked.version) });
  })
  .openapi(requestRoute, async (c) => {
    const { id } = c.req.valid("param");
    await requestOverride(contextOf(c), { id, version: getIfMatch(c) }, c.req.valid("json"));
    const checked = await checkDraft(contextOf(c), id);
    return c.json(toReplyCheck(checked), 200, { ETag: etagOf(checked.version) });
  })
  .openapi(decideRoute, async (c) => {
    const { id, override } = c.req.valid("param");
    await decideOverride(contextOf(c), { id, version: getIfMatch(c) }, override, c.req.valid("json"));
    const checked = await checkDraft(contextOf(c), id);
    return c.json(toReplyCheck(checked), 200, { ETag: etagOf(checked.version) });
  });
