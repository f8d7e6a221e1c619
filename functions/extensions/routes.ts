import { OpenAPIHono } from "@hono/zod-openapi";
import { DecideExtensionInput, decideExtension } from "#services/extensions/decide.ts";
import { RequestExtensionInput, requestExtension } from "#services/extensions/request.ts";
import { TellExtensionInput, tellExtension } from "#services/extensions/tell.ts";
import { assignmentId, assignmentRecord, stepRoute } from "../assignments/step-route.ts";
import { answerHandling } from "../assignments/to-handling.ts";
import type { ApiEnv } from "../deps.ts";
import { contextOf } from "../http/authentication.ts";
import { getIfMatch } from "../http/etag.ts";

const common = { method: "post", tag: "办理" } as const;

const requestRoute = stepRoute({
  ...common,
  roles: ["unit"],
  path: "/api/assignments/{id}/extensions",
  operationId: "requestExtension",
  summary: "申请延期",
  params: assignmentId,
  schema: RequestExtensionInput,
  adds: true,
});

const decideRoute = stepRoute({
  ...common,
  roles: ["office"],
  path: "/api/assignments/{id}/extension-decision",
  operationId: "decideExtension",
  summary: "审批延期",
  params: assignmentId,
  schema: DecideExtensionInput,
});

const tellRoute = stepRoute({
  ...common,
  roles: ["unit", "office"],
  path: "/api/assignments/{id}/extensions/{seq}/told",
  operationId: "tellExtension",
  summary: "登记已将延期告知代表、委员",
  params: assignmentRecord,
  schema: TellExtensionInput,
});

export const extensions = new OpenAPIHono<ApiEnv>()
  .openapi(requestRoute, async (c) => {
    const { id } = c.req.valid("param");
    await requestExtension(contextOf(c), { id, version: getIfMatch(c) }, c.req.valid("json"));
    return await answerHandling(c, id);
  })
  .openapi(decideRoute, async (c) => {
    const { id } = c.req.valid("param");
    await decideExtension(contextOf(c), { id, version: getIfMatch(c) }, c.req.valid("json"));
    return await answerHandling(c, id);
  })
  .openapi(tellRoute, async (c) => {
    const { id, seq } = c.req.valid("param");
    await tellExtension(contextOf(c), { id, version: getIfMatch(c) }, seq, c.req.valid("json"));
    return await answerHandling(c, id);
  });
