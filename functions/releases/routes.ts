import { OpenAPIHono, createRoute, z } from "@hono/zod-openapi";
import type { ReleaseRow } from "#db/reads/releases.ts";
import type { Actor } from "#domain/handling/actor.ts";
import { RELEASE_LABELS, RELEASE_STATES } from "#domain/release/release-state.ts";
import { askForRelease } from "#services/releases/ask.ts";
import { getRelease, listReleases } from "#services/releases/list-releases.ts";
import type { ApiEnv } from "../deps.ts";
import { contextOf, getActor } from "../http/authentication.ts";
import { IDEMPOTENCY_KEY, idempotent } from "../http/idempotency.ts";
import {
  CREATE_PROBLEMS,
  EVERYONE,
  LEADERS,
  LIST_PROBLEMS,
  NoInput,
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
    error: z.string().nullable(),
  })
  .openapi("Release");

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
  request: { query: NoQuery, body: input(NoInput) },
  responses: {
    202: {
      ...json(Release, "已排队；已有等待中的发布时并入该次发布"),
      headers: { Location: { schema: { type: "string" as const } } },
    },
    ...CREATE_PROBLEMS,
  },
});

function toRelease(row: ReleaseRow, actor: Actor): z.infer<typeof Release> {
  const requestedBy = OVERSEERS.includes(actor.role) ? row.requestedBy : null;
  const { id, state, cause, requestedAt, startedAt, finishedAt, step, done, total, pages, files, bytes, root, error } =
    row;
  const stateLabel = RELEASE_LABELS[state];
  const facts = { requestedAt, startedAt, finishedAt, step, done, total, pages, files, bytes, root, error };
  return { id, state, stateLabel, cause, requestedBy, ...facts };
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
    const row = await askForRelease(contextOf(c));
    c.header("Location", `${c.get("deps").base ?? ""}/api/releases/${row.id}`);
    return c.json(toRelease(row, getActor(c)), 202);
  });
