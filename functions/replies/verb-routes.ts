import type { MiddlewareHandler } from "hono";
import { createRoute } from "@hono/zod-openapi";
import type { z } from "@hono/zod-openapi";
import type { Verb } from "#domain/handling/transitions.ts";
import { CorrectInput } from "#services/replies/correct.ts";
import { DraftInput } from "#services/replies/draft.ts";
import { ReturnInput } from "#services/replies/return.ts";
import { WithdrawInput } from "#services/replies/withdraw.ts";
import type { ApiEnv } from "../deps.ts";
import { IF_MATCH } from "../http/etag.ts";
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
  rolesOf,
} from "../http/route-parts.ts";
import { Reply } from "./schema.ts";

const params = idParam("交办编号，如 2026-jianyi-39.zhujian");
const responses = { 200: jsonWithEtag(Reply, "办理后的答复"), ...CHANGE_PROBLEMS };

export const getReplyRoute = createRoute({
  ...access(PEOPLE),
  method: "get",
  path: "/api/replies/{id}",
  operationId: "getReply",
  summary: "一份答复：文稿、公开属性、检查结果、办理经过、当前可办的操作",
  tags: ["答复"],
  request: { params, query: NoQuery },
  responses: { 200: jsonWithEtag(Reply, "答复"), ...READ_PROBLEMS },
});

/** A route of the transition table: who may call it is read from there. */
function verbRoute<const P extends string, T extends z.ZodType>(
  verb: Verb,
  path: P,
  summary: string,
  schema: T,
  kind: "change" | "once" = "change",
) {
  const once: MiddlewareHandler<ApiEnv>[] = kind === "once" ? [idempotent] : [];
  return createRoute({
    ...access(rolesOf(verb), ...once),
    method: verb === "draft" ? "put" : "post",
    path,
    operationId: `${verb}Reply`,
    summary,
    tags: ["答复"],
    parameters: kind === "once" ? [IF_MATCH, IDEMPOTENCY_KEY] : [IF_MATCH],
    request: { params, query: NoQuery, body: input(schema) },
    responses,
  });
}

export const draftRoute = verbRoute("draft", "/api/replies/{id}/draft", "保存文稿和公开属性", DraftInput);
export const proposeRoute = verbRoute("propose", "/api/replies/{id}/propose", "送单位审签", NoInput);
export const submitRoute = verbRoute("submit", "/api/replies/{id}/submit", "报送审核", NoInput);
export const returnRoute = verbRoute("return", "/api/replies/{id}/return", "退回重办", ReturnInput);
export const approveRoute = verbRoute("approve", "/api/replies/{id}/approve", "审核通过", NoInput);
export const finaliseRoute = verbRoute("finalise", "/api/replies/{id}/finalise", "定稿", NoInput);
export const publishRoute = verbRoute("publish", "/api/replies/{id}/publish", "公开", NoInput, "once");
export const correctRoute = verbRoute("correct", "/api/replies/{id}/correct", "更正：另起一稿", CorrectInput);
export const withdrawRoute = verbRoute("withdraw", "/api/replies/{id}/withdraw", "撤回公开", WithdrawInput, "once");
