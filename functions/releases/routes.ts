import { OpenAPIHono, createRoute, z } from "@hono/zod-openapi";
import type { ReleaseRow } from "#db/reads/releases.ts";
import type { Actor } from "#domain/handling/actor.ts";
import { RELEASE_LABELS, RELEASE_STATES } from "#domain/release/release-state.ts";
import { askForRelease } from "#services/releases/ask.ts";
import { cancelRelease } from "#services/releases/cancel.ts";
import { confirmDrop } from "#services/releases/confirm-drop.ts";
import { getRelease, listReleases } from "#services/releases/list-releases.ts";
import { askForRollback } from "#services/releases/roll-back.ts";
import type { ApiEnv } from "../deps.ts";
import { contextOf, getActor } from "../http/authentication.ts";
import { IDEMPOTENCY_KEY, idempotent } from "../http/idempotency.ts";
import {
  CREATE_PROBLEMS,
  EVERYONE,
  LEADERS,
  LIST_PROBLEMS,
  NoQuery,
  OVERSEERS,
  PageQuery,
  READ_PROBLEMS,
  access,
  idParam,
  input,
  json,
  pageOf,
} from "../http/route-parts.ts";

const ReleaseReport = z
  .strictObject({
    fullBecause: z.string().nullable(),
    read: z.int(),
    rendered: z.int(),
    removed: z.int(),
    indexed: z.int(),
    keptShards: z.int(),
    written: z.int(),
    linked: z.int(),
    reopened: z.int(),
    seconds: z.record(z.string(), z.number()),
  })
  .openapi("ReleaseReport");

const Evidence = z
  .strictObject({
    at: z.string(),
    release: z.string().nullable().openapi({ description: "网站自称的发布编号" }),
    checks: z.array(z.strictObject({ path: z.string(), status: z.int(), sha256: z.string(), ok: z.boolean() })),
  })
  .openapi("LiveEvidence");

const Release = z
  .strictObject({
    id: z.string(),
    state: z.enum(RELEASE_STATES),
    stateLabel: z.string(),
    cause: z.string().openapi({ description: "由什么引起，如 reply.publish" }),
    requestedBy: z.string().nullable().openapi({ description: "只有办公室、督查和系统管理员可见" }),
    requestedAt: z.string(),
    startedAt: z.string().nullable(),
    finishedAt: z.string().nullable(),
    step: z.string().nullable().openapi({ description: "正在进行的步骤" }),
    done: z.int(),
    total: z.int(),
    pages: z.int().nullable(),
    files: z.int().nullable(),
    bytes: z.int().nullable(),
    root: z.string().nullable().openapi({ description: "清单的 Merkle 根" }),
    error: z.string().nullable().openapi({ description: "失败的原因；只有办公室、督查和系统管理员可见" }),
    code: z.string().nullable().openapi({ description: "未成功的原因，如 leak、fewer_pages、cancelled、disk_full" }),
    full: z.boolean().openapi({ description: "全部重新生成" }),
    dueAt: z.string().nullable().openapi({ description: "定时发布：不早于此时" }),
    report: ReleaseReport.nullable().openapi({ description: "生成、沿用和用时" }),
    rollbackTo: z.string().nullable().openapi({ description: "恢复到哪一版；重新生成的为 null" }),
    evidence: Evidence.nullable().openapi({ description: "上线后向网站核对的结果；只有办公室、督查和系统管理员可见" }),
  })
  .openapi("Release");

const ReleaseWish = z.strictObject({
  full: z.boolean().optional().openapi({ description: "全部重新生成" }),
  dueAt: z.iso.datetime().optional().openapi({ description: "定时发布：不早于此时" }),
  confirms: z.string().max(20).optional().openapi({ description: "确认一次因网页大幅减少而暂停的发布" }),
});

const Rollback = z.strictObject({ release: z.string().min(1).max(20) });

const Cancellation = z.strictObject({ release: z.string().min(1).max(20) });

const listRoute = createRoute({
  ...access(EVERYONE),
  method: "get",
  path: "/api/releases",
  operationId: "listReleases",
  summary: "网站发布记录",
  tags: ["发布"],
  request: { query: z.strictObject({ ...PageQuery, state: z.enum(RELEASE_STATES).optional() }) },
  responses: { 200: json(pageOf(Release), "一页发布，新的在前"), ...LIST_PROBLEMS },
});

const getRoute = createRoute({
  ...access(EVERYONE),
  method: "get",
  path: "/api/releases/{id}",
  operationId: "getRelease",
  summary: "一次发布的进度和结果",
  tags: ["发布"],
  request: { params: idParam("发布编号，如 r000001"), query: NoQuery },
  responses: { 200: json(Release, "发布"), ...READ_PROBLEMS },
});

const createReleaseRoute = createRoute({
  ...access(LEADERS, idempotent),
  method: "post",
  path: "/api/releases",
  operationId: "createRelease",
  summary: "请求重新发布网站",
  tags: ["发布"],
  parameters: [IDEMPOTENCY_KEY],
  request: { query: NoQuery, body: input(ReleaseWish) },
  responses: {
    202: {
      ...json(Release, "已排队；已有等待中的发布时并入该次发布"),
      headers: { Location: { schema: { type: "string" as const } } },
    },
    ...CREATE_PROBLEMS,
  },
});

const cancelRoute = createRoute({
  ...access(LEADERS),
  method: "post",
  path: "/api/release-cancellations",
  operationId: "cancelRelease",
  summary: "取消等待或正在进行的发布",
  tags: ["发布"],
  request: { query: NoQuery, body: input(Cancellation) },
  responses: { 200: json(Release, "已取消；已结束的发布保持原样"), ...CREATE_PROBLEMS, 404: READ_PROBLEMS[404] },
});

const rollbackRoute = createRoute({
  ...access(LEADERS, idempotent),
  method: "post",
  path: "/api/release-rollbacks",
  operationId: "rollBackRelease",
  summary: "请求恢复到较早的一版网站",
  description: "含有后来撤下、更正的内容，或者与现行规定不符的一版不会恢复；结果见这次发布的状态。",
  tags: ["发布"],
  parameters: [IDEMPOTENCY_KEY],
  request: { query: NoQuery, body: input(Rollback) },
  responses: {
    202: {
      ...json(Release, "已排队"),
      headers: { Location: { schema: { type: "string" as const } } },
    },
    ...CREATE_PROBLEMS,
    404: READ_PROBLEMS[404],
  },
});

function toRelease(row: ReleaseRow, actor: Actor): z.infer<typeof Release> {
  const oversees = OVERSEERS.includes(actor.role);
  const requestedBy = oversees ? row.requestedBy : null;
  const error = oversees ? row.error : null;
  const { id, state, cause, requestedAt, startedAt, finishedAt, step, done, total } = row;
  const stateLabel = RELEASE_LABELS[state];
  const evidence = oversees && row.evidence ? { ...row.evidence, checks: [...row.evidence.checks] } : null;
  const { pages, files, bytes, root, code, full, dueAt, report, rollbackTo } = row;
  const course = { requestedAt, startedAt, finishedAt, step, done, total };
  const facts = { ...course, pages, files, bytes, root, error, code, full, dueAt, report, rollbackTo };
  return { id, state, stateLabel, cause, requestedBy, evidence, ...facts };
}

export const releases = new OpenAPIHono<ApiEnv>()
  .openapi(listRoute, async (c) => {
    const page = await listReleases(contextOf(c), c.req.valid("query"));
    return c.json({ ...page, items: page.items.map((row) => toRelease(row, getActor(c))) }, 200);
  })
  .openapi(getRoute, async (c) => {
    const row = await getRelease(contextOf(c), c.req.valid("param").id);
    return c.json(toRelease(row, getActor(c)), 200);
  })
  .openapi(createReleaseRoute, async (c) => {
    const { confirms, full, dueAt } = c.req.valid("json");
    const wish = {
      ...(full === undefined ? {} : { full }),
      ...(dueAt === undefined ? {} : { dueAt: new Date(dueAt).toISOString() }),
    };
    const ctx = contextOf(c);
    const row = confirms === undefined ? await askForRelease(ctx, undefined, wish) : await confirmDrop(ctx, confirms);
    c.header("Location", `${c.get("deps").base ?? ""}/api/releases/${row.id}`);
    return c.json(toRelease(row, getActor(c)), 202);
  })
  .openapi(rollbackRoute, async (c) => {
    const row = await askForRollback(contextOf(c), c.req.valid("json").release);
    c.header("Location", `${c.get("deps").base ?? ""}/api/releases/${row.id}`);
    return c.json(toRelease(row, getActor(c)), 202);
  })
  .openapi(cancelRoute, async (c) => {
    const row = await cancelRelease(contextOf(c), c.req.valid("json").release);
    return c.json(toRelease(row, getActor(c)), 200);
  });
