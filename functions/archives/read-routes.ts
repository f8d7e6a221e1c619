import { OpenAPIHono, createRoute, z } from "@hono/zod-openapi";
import { ARCHIVE_FILE_STATES } from "#domain/archive/archive-kinds.ts";
import { listArchiveFiles, listArchives, readArchive } from "#services/archives/read.ts";
import { ReleaseArchiveInput, releaseArchive } from "#services/archives/release.ts";
import { toWholePage } from "#services/page.ts";
import type { ApiEnv } from "../deps.ts";
import { contextOf } from "../http/authentication.ts";
import { IDEMPOTENCY_KEY, idempotent } from "../http/idempotency.ts";
import {
  LIST_PROBLEMS,
  NoQuery,
  OVERSEERS,
  PageQuery,
  READ_PROBLEMS,
  access,
  input,
  json,
  pageOf,
  problems,
} from "../http/route-parts.ts";
import {
  ArchiveFileSchema,
  ArchiveReportSchema,
  ArchiveSchema,
  toArchive,
  toArchiveFile,
  toArchiveReport,
} from "./schema.ts";

const params = z.strictObject({ archive: z.string().min(1).max(120).openapi({ description: "往年档案编号" }) });

const listRoute = createRoute({
  ...access(OVERSEERS),
  method: "get",
  path: "/api/archives",
  operationId: "listArchives",
  summary: "往年档案：每份台账一条，新的在前",
  tags: ["往年档案"],
  request: { query: NoQuery },
  responses: { 200: json(pageOf(ArchiveSchema), "全部往年档案"), ...LIST_PROBLEMS },
});

const getRoute = createRoute({
  ...access(OVERSEERS),
  method: "get",
  path: "/api/archives/{archive}",
  operationId: "getArchive",
  summary: "一份往年档案的进度：各种处理结果的份数、还没有答复文件的件",
  tags: ["往年档案"],
  request: { params, query: NoQuery },
  responses: { 200: json(ArchiveReportSchema, "进度"), ...READ_PROBLEMS },
});

const filesRoute = createRoute({
  ...access(OVERSEERS),
  method: "get",
  path: "/api/archives/{archive}/files",
  operationId: "listArchiveFiles",
  summary: "一份往年档案的答复文件：对应到哪一件、依据什么、发现了什么",
  tags: ["往年档案"],
  request: {
    params,
    query: z.strictObject({ ...PageQuery, state: z.enum(ARCHIVE_FILE_STATES).optional() }),
  },
  responses: { 200: json(pageOf(ArchiveFileSchema), "一页文件，按文件名"), ...READ_PROBLEMS },
});

const Released = z
  .strictObject({
    released: z.int(),
    left: z.array(z.strictObject({ fileHash: z.string(), file: z.string(), code: z.string(), message: z.string() })),
    waiting: z.int().openapi({ description: "还可以放行的份数；不为 0 时再调用一次" }),
  })
  .openapi("ArchiveRelease");

const releaseRoute = createRoute({
  ...access(["office"], idempotent),
  method: "post",
  path: "/api/archives/{archive}/release",
  operationId: "releaseArchive",
  summary: "放行往年答复：由导入人以外的另一位同志逐批放行，按标注公开或不公开",
  tags: ["往年档案"],
  parameters: [IDEMPOTENCY_KEY],
  request: { params, query: NoQuery, body: input(ReleaseArchiveInput) },
  responses: { 200: json(Released, "放行的结果"), ...problems(400, 401, 403, 404, 409, 413, 415, 422, 500, 503) },
});

export const archives = new OpenAPIHono<ApiEnv>()
  .openapi(listRoute, async (c) => {
    return c.json(toWholePage((await listArchives(contextOf(c))).map(toArchive)), 200);
  })
  .openapi(getRoute, async (c) =>
    c.json(toArchiveReport(await readArchive(contextOf(c), c.req.valid("param").archive)), 200),
  )
  .openapi(filesRoute, async (c) => {
    const query = { ...c.req.valid("query"), archiveId: c.req.valid("param").archive };
    const { items, total, nextCursor } = await listArchiveFiles(contextOf(c), query);
    return c.json({ items: items.map(toArchiveFile), total, nextCursor }, 200);
  })
  .openapi(releaseRoute, async (c) => {
    const report = await releaseArchive(contextOf(c), c.req.valid("param").archive, c.req.valid("json"));
    return c.json({ ...report, left: report.left.map((item) => ({ ...item })) }, 200);
  });
