import { OpenAPIHono, createRoute, z } from "@hono/zod-openapi";
import { listOriginals, readOriginal } from "#services/originals/read.ts";
import type { ApiEnv } from "../deps.ts";
import { storeOf } from "../files/store-of.ts";
import { contextOf } from "../http/authentication.ts";
import { SECURITY_HEADERS } from "../http/headers.ts";
import { NoQuery, PEOPLE, READ_PROBLEMS, access, idParam, json } from "../http/route-parts.ts";
import { toDisposition } from "../http/send-file.ts";

const params = idParam("交办编号，如 2026-jianyi-39.zhujian");

const Originals = z
  .strictObject({
    items: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        bytes: z.int(),
        sha256: z.string(),
        keptBy: z.string(),
        keptAt: z.string(),
      }),
    ),
  })
  .openapi("Originals");

const listRoute = createRoute({
  ...access(PEOPLE),
  method: "get",
  path: "/api/replies/{id}/originals",
  operationId: "listOriginals",
  summary: "一份答复的 Word 原件：导入时留存，只供内部核对，不公开",
  tags: ["答复"],
  request: { params, query: NoQuery },
  responses: { 200: json(Originals, "原件"), ...READ_PROBLEMS },
});

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const contentRoute = createRoute({
  ...access(["office", "unit"]),
  method: "get",
  path: "/api/replies/{id}/originals/{original}/content",
  operationId: "readOriginal",
  summary: "下载原件：办公室和承办单位可以下载，每次下载都有记录",
  tags: ["答复"],
  request: { params: z.strictObject({ ...params.shape, original: z.uuid() }), query: NoQuery },
  responses: {
    200: { description: "原件", content: { [DOCX]: { schema: z.string().openapi({ format: "binary" }) } } },
    ...READ_PROBLEMS,
  },
});

export const originals = new OpenAPIHono<ApiEnv>()
  .openapi(listRoute, async (c) => {
    const rows = await listOriginals(contextOf(c), c.req.valid("param").id);
    const items = rows.map(({ id, name, bytes, sha256, keptBy, keptAt }) => {
      return { id, name, bytes, sha256, keptBy, keptAt };
    });
    return c.json({ items }, 200);
  })
  .openapi(contentRoute, async (c) => {
    const { id, original } = c.req.valid("param");
    const which = { assignmentId: id, originalId: original };
    const { row, bytes } = await readOriginal(contextOf(c), storeOf(c), which);
    return c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
      "Content-Type": DOCX,
      "Content-Disposition": toDisposition({ name: row.name, format: "docx" }),
      "Content-Security-Policy": `${SECURITY_HEADERS["Content-Security-Policy"] ?? ""}; sandbox`,
    });
  });
