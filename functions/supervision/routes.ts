import { OpenAPIHono, createRoute } from "@hono/zod-openapi";
import { ReviewInput, reviewDisclosure } from "#services/disclosure-reviews/review.ts";
import { countersignEmergency } from "#services/supervision/countersign.ts";
import { listDisclosureReviews, listEmergencies } from "#services/supervision/list-aftercare.ts";
import { listDue } from "#services/supervision/list-due.ts";
import { readSupervision } from "#services/supervision/unit-sheets.ts";
import { EmergencyInput, publishEmergency } from "#services/replies/publish-emergency.ts";
import { readReply } from "#services/replies/read-reply.ts";
import type { ApiEnv } from "../deps.ts";
import { contextOf } from "../http/authentication.ts";
import { IF_MATCH, etagOf, getIfMatch } from "../http/etag.ts";
import { IDEMPOTENCY_KEY, idempotent } from "../http/idempotency.ts";
import {
  CHANGE_PROBLEMS,
  LIST_PROBLEMS,
  NoInput,
  NoQuery,
  OVERSEERS,
  PEOPLE,
  READ_PROBLEMS,
  access,
  idParam,
  input,
  json,
  jsonWithEtag,
  pageOf,
} from "../http/route-parts.ts";
import { Reply } from "../replies/schema.ts";
import { toReply } from "../replies/to-reply.ts";
import {
  DisclosureReview,
  DueItem,
  DueQuery,
  Emergency,
  PageOnly,
  Supervision,
  SupervisionQuery,
  toDisclosureReview,
  toDueItem,
  toEmergency,
  toSupervision,
} from "./schema.ts";

const tags = ["督办"];
const params = idParam("交办编号，如 2026-jianyi-39.zhujian");

const dueRoute = createRoute({
  ...access(PEOPLE),
  method: "get",
  path: "/api/due",
  operationId: "listDue",
  summary: "各类期限合为一单，先到期的在前：法定期限与年度要求并列",
  tags,
  request: { query: DueQuery },
  responses: { 200: json(pageOf(DueItem), "一页期限"), ...LIST_PROBLEMS },
});

const unitsRoute = createRoute({
  ...access(PEOPLE),
  method: "get",
  path: "/api/supervision/units",
  operationId: "getSupervision",
  summary: "各承办单位办理情况通报：每项列明分子、分母和口径",
  tags,
  request: { query: SupervisionQuery },
  responses: { 200: json(Supervision, "通报"), ...READ_PROBLEMS },
});

const reviewsRoute = createRoute({
  ...access(PEOPLE),
  method: "get",
  path: "/api/disclosure-reviews",
  operationId: "listDisclosureReviews",
  summary: "不公开答复的定期复查清单，先到期的在前",
  tags,
  request: { query: PageOnly },
  responses: { 200: json(pageOf(DisclosureReview), "一页复查清单"), ...LIST_PROBLEMS },
});

const reviewRoute = createRoute({
  ...access(["office"]),
  method: "post",
  path: "/api/disclosure-reviews/{id}",
  operationId: "reviewDisclosure",
  summary: "复查不公开的答复：仍不公开的，写明理由和下一次复查日期；可以公开的，另行更正",
  tags,
  parameters: [IF_MATCH],
  request: { params, query: NoQuery, body: input(ReviewInput) },
  responses: { 200: jsonWithEtag(Reply, "复查后的答复"), ...CHANGE_PROBLEMS },
});

const emergenciesRoute = createRoute({
  ...access(OVERSEERS),
  method: "get",
  path: "/api/emergencies",
  operationId: "listEmergencies",
  summary: "紧急公开清单，待补签的在前",
  tags,
  request: { query: PageOnly },
  responses: { 200: json(pageOf(Emergency), "一页紧急公开"), ...LIST_PROBLEMS },
});

const publishRoute = createRoute({
  ...access(["office"], idempotent),
  method: "post",
  path: "/api/replies/{id}/publish-emergency",
  operationId: "publishEmergency",
  summary: "紧急公开：未经审核定稿先行公开，须写明理由，事后由另一人补签",
  tags: ["答复"],
  parameters: [IF_MATCH, IDEMPOTENCY_KEY],
  request: { params, query: NoQuery, body: input(EmergencyInput) },
  responses: { 200: jsonWithEtag(Reply, "公开后的答复"), ...CHANGE_PROBLEMS },
});

const countersignRoute = createRoute({
  ...access(["office"]),
  method: "post",
  path: "/api/emergencies/{id}/countersign",
  operationId: "countersignEmergency",
  summary: "补签紧急公开",
  tags,
  parameters: [IF_MATCH],
  request: { params, query: NoQuery, body: input(NoInput) },
  responses: { 200: jsonWithEtag(Reply, "补签后的答复"), ...CHANGE_PROBLEMS },
});

export const supervision = new OpenAPIHono<ApiEnv>()
  .openapi(dueRoute, async (c) => {
    const page = await listDue(contextOf(c), c.req.valid("query"));
    return c.json({ ...page, items: page.items.map(toDueItem) }, 200);
  })
  .openapi(unitsRoute, async (c) => {
    const found = await readSupervision(contextOf(c), c.req.valid("query").campaign);
    return c.json(toSupervision(found), 200);
  })
  .openapi(reviewsRoute, async (c) => {
    const page = await listDisclosureReviews(contextOf(c), c.req.valid("query"));
    return c.json({ ...page, items: page.items.map(toDisclosureReview) }, 200);
  })
  .openapi(reviewRoute, async (c) => {
    const { id } = c.req.valid("param");
    const ctx = contextOf(c);
    await reviewDisclosure(ctx, { id, version: getIfMatch(c) }, c.req.valid("json"));
    const file = await readReply(ctx, id);
    c.header("ETag", etagOf(file.assignment.version));
    return c.json(toReply(file), 200);
  })
  .openapi(emergenciesRoute, async (c) => {
    const page = await listEmergencies(contextOf(c), c.req.valid("query"));
    return c.json({ ...page, items: page.items.map(toEmergency) }, 200);
  })
  .openapi(publishRoute, async (c) => {
    const { id } = c.req.valid("param");
    const ctx = contextOf(c);
    await publishEmergency(ctx, { id, version: getIfMatch(c) }, c.req.valid("json"));
    const file = await readReply(ctx, id);
    c.header("ETag", etagOf(file.assignment.version));
    return c.json(toReply(file), 200);
  })
  .openapi(countersignRoute, async (c) => {
    const { id } = c.req.valid("param");
    const ctx = contextOf(c);
    await countersignEmergency(ctx, { id, version: getIfMatch(c) });
    const file = await readReply(ctx, id);
    c.header("ETag", etagOf(file.assignment.version));
    return c.json(toReply(file), 200);
  });
