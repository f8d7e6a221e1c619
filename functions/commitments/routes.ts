import type { Context } from "hono";
import { OpenAPIHono, createRoute } from "@hono/zod-openapi";
import { approveReport } from "#services/commitments/approve.ts";
import { DeclineReportInput, declineReport } from "#services/commitments/decline.ts";
import { listCommitments, readCommitment } from "#services/commitments/list-commitments.ts";
import { ReportInput, reportCommitment } from "#services/commitments/report.ts";
import { suggestForReply } from "#services/commitments/suggest.ts";
import { TakeCommitmentInput, takeCommitment } from "#services/commitments/take.ts";
import type { ApiEnv } from "../deps.ts";
import { contextOf } from "../http/authentication.ts";
import { IF_MATCH, etagOf, getIfMatch } from "../http/etag.ts";
import {
  CHANGE_PROBLEMS,
  LIST_PROBLEMS,
  NoInput,
  NoQuery,
  PEOPLE,
  READ_PROBLEMS,
  access,
  idParam,
  input,
  json,
  jsonWithEtag,
  pageOf,
} from "../http/route-parts.ts";
import { Commitment, CommitmentLine, CommitmentSuggestions, CommitmentsQuery, toCommitment, toLine } from "./schema.ts";

const ofAssignment = idParam("交办编号，如 2026-jianyi-39.zhujian");
const params = idParam("承诺编号，如 2026-jianyi-39.zhujian.c1");
const tags = ["承诺"];

const listRoute = createRoute({
  ...access(PEOPLE),
  method: "get",
  path: "/api/commitments",
  operationId: "listCommitments",
  summary: "承诺事项清单，先到期的在前",
  tags,
  request: { query: CommitmentsQuery },
  responses: { 200: json(pageOf(CommitmentLine), "一页承诺事项"), ...LIST_PROBLEMS },
});

const getRoute = createRoute({
  ...access(PEOPLE),
  method: "get",
  path: "/api/commitments/{id}",
  operationId: "getCommitment",
  summary: "一项承诺和历次报告",
  tags,
  request: { params, query: NoQuery },
  responses: { 200: jsonWithEtag(Commitment, "承诺"), ...READ_PROBLEMS },
});

const suggestRoute = createRoute({
  ...access(PEOPLE),
  method: "get",
  path: "/api/assignments/{id}/commitment-suggestions",
  operationId: "suggestCommitments",
  summary: "从答复文字中找出可能的承诺，供核对登记",
  tags,
  request: { params: ofAssignment, query: NoQuery },
  responses: { 200: json(CommitmentSuggestions, "可能的承诺"), ...READ_PROBLEMS },
});

const takeRoute = createRoute({
  ...access(["office", "unit"]),
  method: "post",
  path: "/api/assignments/{id}/commitments",
  operationId: "takeCommitment",
  summary: "登记承诺事项：答复中的原文、落实单位、期限",
  tags,
  parameters: [IF_MATCH],
  request: { params: ofAssignment, query: NoQuery, body: input(TakeCommitmentInput) },
  responses: { 200: jsonWithEtag(Commitment, "新登记的承诺"), ...CHANGE_PROBLEMS },
});

const reportRoute = createRoute({
  ...access(["office", "unit"]),
  method: "post",
  path: "/api/commitments/{id}/report",
  operationId: "reportCommitment",
  summary: "报告进展、兑现、调整或者不再实施",
  tags,
  parameters: [IF_MATCH],
  request: { params, query: NoQuery, body: input(ReportInput) },
  responses: { 200: jsonWithEtag(Commitment, "报告后的承诺"), ...CHANGE_PROBLEMS },
});

const approveRoute = createRoute({
  ...access(["office"]),
  method: "post",
  path: "/api/commitments/{id}/approve",
  operationId: "approveCommitmentReport",
  summary: "审核最近一次报告，审核后生效",
  tags,
  parameters: [IF_MATCH],
  request: { params, query: NoQuery, body: input(NoInput) },
  responses: { 200: jsonWithEtag(Commitment, "审核后的承诺"), ...CHANGE_PROBLEMS },
});

const declineRoute = createRoute({
  ...access(["office"]),
  method: "post",
  path: "/api/commitments/{id}/decline",
  operationId: "declineCommitmentReport",
  summary: "不认可最近一次报告，写明理由；承诺不变",
  tags,
  parameters: [IF_MATCH],
  request: { params, query: NoQuery, body: input(DeclineReportInput) },
  responses: { 200: jsonWithEtag(Commitment, "承诺"), ...CHANGE_PROBLEMS },
});

async function answer(c: Context<ApiEnv>, id: string) {
  const file = await readCommitment(contextOf(c), id);
  c.header("ETag", etagOf(file.commitment.version));
  return c.json(toCommitment(file), 200);
}

export const commitments = new OpenAPIHono<ApiEnv>()
  .openapi(listRoute, async (c) => {
    const page = await listCommitments(contextOf(c), c.req.valid("query"));
    return c.json({ ...page, items: page.items.map(toLine) }, 200);
  })
  .openapi(getRoute, async (c) => await answer(c, c.req.valid("param").id))
  .openapi(suggestRoute, async (c) => {
    const { edition, candidates } = await suggestForReply(contextOf(c), c.req.valid("param").id);
    return c.json({ edition, candidates: candidates.map((item) => ({ ...item })) }, 200);
  })
  .openapi(takeRoute, async (c) => {
    const ctx = contextOf(c);
    const ref = { id: c.req.valid("param").id, version: getIfMatch(c) };
    return await answer(c, await takeCommitment(ctx, ref, c.req.valid("json")));
  })
  .openapi(reportRoute, async (c) => {
    const { id } = c.req.valid("param");
    await reportCommitment(contextOf(c), { id, version: getIfMatch(c) }, c.req.valid("json"));
    return await answer(c, id);
  })
  .openapi(approveRoute, async (c) => {
    const { id } = c.req.valid("param");
    await approveReport(contextOf(c), { id, version: getIfMatch(c) });
    return await answer(c, id);
  })
  .openapi(declineRoute, async (c) => {
    const { id } = c.req.valid("param");
    await declineReport(contextOf(c), { id, version: getIfMatch(c) }, c.req.valid("json"));
    return await answer(c, id);
  });
