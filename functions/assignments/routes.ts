import { OpenAPIHono, createRoute } from "@hono/zod-openapi";
import type { LedgerSort } from "#db/reads/ledger-cells.ts";
import { getAssignment, listAssignments } from "#services/assignments/list-assignments.ts";
import { signAssignment } from "#services/assignments/sign.ts";
import type { ApiEnv } from "../deps.ts";
import { contextOf } from "../http/authentication.ts";
import { IF_MATCH, etagOf, getIfMatch } from "../http/etag.ts";
import { answerFramed } from "../http/headers.ts";
import {
  CHANGE_PROBLEMS,
  LIST_PROBLEMS,
  NoInput,
  NoQuery,
  PEOPLE,
  READ_PROBLEMS,
  access,
  countedPageOf,
  idParam,
  input,
  json,
  jsonWithEtag,
} from "../http/route-parts.ts";
import { Assignment, AssignmentsQuery, toAssignment } from "./schema.ts";

const params = idParam("交办编号，如 2026-jianyi-39.zhujian");

const listRoute = createRoute({
  ...access(PEOPLE),
  method: "get",
  path: "/api/assignments",
  operationId: "listAssignments",
  summary: "办理台账",
  tags: ["办理"],
  request: { query: AssignmentsQuery },
  responses: { 200: json(countedPageOf(Assignment), "一页台账"), ...LIST_PROBLEMS },
});

const getRoute = createRoute({
  ...access(PEOPLE),
  method: "get",
  path: "/api/assignments/{id}",
  operationId: "getAssignment",
  summary: "一项交办",
  tags: ["办理"],
  request: { params, query: NoQuery },
  responses: { 200: jsonWithEtag(Assignment, "交办"), ...READ_PROBLEMS },
});

const signRoute = createRoute({
  ...access(["unit"]),
  method: "post",
  path: "/api/assignments/{id}/sign",
  operationId: "signAssignment",
  summary: "签收",
  tags: ["办理"],
  parameters: [IF_MATCH],
  request: { params, query: NoQuery, body: input(NoInput) },
  responses: { 200: jsonWithEtag(Assignment, "已签收的交办"), ...CHANGE_PROBLEMS },
});

export const assignments = new OpenAPIHono<ApiEnv>()
  .openapi(listRoute, async (c) => {
    const { sort: order, ...query } = c.req.valid("query");
    const sort = order.replace(/^-/, "") as LedgerSort;
    const page = await listAssignments(contextOf(c), { ...query, sort, descending: order.startsWith("-") });
    return answerFramed(c, { ...page, items: page.items.map(toAssignment) }, 200);
  })
  .openapi(getRoute, async (c) => {
    const row = await getAssignment(contextOf(c), c.req.valid("param").id);
    return answerFramed(c, toAssignment(row), 200, { ETag: etagOf(row.version) });
  })
  .openapi(signRoute, async (c) => {
    const { id } = c.req.valid("param");
    await signAssignment(contextOf(c), { id, version: getIfMatch(c) });
    const row = await getAssignment(contextOf(c), id);
    return answerFramed(c, toAssignment(row), 200, { ETag: etagOf(row.version) });
  });
