import { OpenAPIHono } from "@hono/zod-openapi";
import { ContactInput } from "#services/contacts/contact-input.ts";
import { correctContact } from "#services/contacts/correct.ts";
import { deleteContact } from "#services/contacts/delete.ts";
import { recordContact } from "#services/contacts/record.ts";
import { WaiveMeetingInput, waiveMeeting } from "#services/contacts/waive-meeting.ts";
import { assignmentId, assignmentRecord, stepRoute } from "../assignments/step-route.ts";
import { answerHandling } from "../assignments/to-handling.ts";
import type { ApiEnv } from "../deps.ts";
import { contextOf } from "../http/authentication.ts";
import { getIfMatch } from "../http/etag.ts";
import { NoInput } from "../http/route-parts.ts";

const common = { roles: ["unit", "office"], tag: "沟通" } as const;

const recordRoute = stepRoute({
  ...common,
  method: "post",
  path: "/api/assignments/{id}/contacts",
  operationId: "recordContact",
  summary: "登记沟通",
  params: assignmentId,
  schema: ContactInput,
  adds: true,
});

const correctRoute = stepRoute({
  ...common,
  method: "put",
  path: "/api/assignments/{id}/contacts/{seq}",
  operationId: "correctContact",
  summary: "更正沟通记录",
  params: assignmentRecord,
  schema: ContactInput,
});

const deleteRoute = stepRoute({
  ...common,
  method: "delete",
  path: "/api/assignments/{id}/contacts/{seq}",
  operationId: "deleteContact",
  summary: "删除误登的沟通记录",
  params: assignmentRecord,
  schema: NoInput,
});

const waiveRoute = stepRoute({
  ...common,
  method: "put",
  path: "/api/assignments/{id}/meeting-waiver",
  operationId: "waiveMeeting",
  summary: "说明未面商的理由",
  params: assignmentId,
  schema: WaiveMeetingInput,
});

export const contacts = new OpenAPIHono<ApiEnv>()
  .openapi(recordRoute, async (c) => {
    const { id } = c.req.valid("param");
    await recordContact(contextOf(c), { id, version: getIfMatch(c) }, c.req.valid("json"));
    return await answerHandling(c, id);
  })
  .openapi(correctRoute, async (c) => {
    const { id, seq } = c.req.valid("param");
    await correctContact(contextOf(c), { id, version: getIfMatch(c) }, seq, c.req.valid("json"));
    return await answerHandling(c, id);
  })
  .openapi(deleteRoute, async (c) => {
    const { id, seq } = c.req.valid("param");
    await deleteContact(contextOf(c), { id, version: getIfMatch(c) }, seq);
    return await answerHandling(c, id);
  })
  .openapi(waiveRoute, async (c) => {
    const { id } = c.req.valid("param");
    await waiveMeeting(contextOf(c), { id, version: getIfMatch(c) }, c.req.valid("json"));
    return await answerHandling(c, id);
  });
