import { OpenAPIHono, createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { ATTACHMENT_EXTENSION, ATTACHMENT_TYPES } from "#domain/attachment/attachment.ts";
import { Finding, Verdict } from "#domain/gate/finding.ts";
import { addAttachment } from "#services/attachments/add.ts";
import { listAttachments, readAttachmentBytes } from "#services/attachments/read.ts";
import { removeAttachment } from "#services/attachments/remove.ts";
import type { ApiEnv } from "../deps.ts";
import { attachmentPlaceOf, storeOf } from "../files/store-of.ts";
import { contextOf } from "../http/authentication.ts";
import { IF_MATCH, etagOf, getIfMatch } from "../http/etag.ts";
import { SECURITY_HEADERS } from "../http/headers.ts";
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
} from "../http/route-parts.ts";

const params = idParam("交办编号，如 2026-jianyi-39.zhujian");
const one = z.strictObject({ ...params.shape, attachment: z.uuid() });

const Attachments = z
  .strictObject({
    items: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        type: z.enum(ATTACHMENT_TYPES),
        bytes: z.int(),
        sha256: z.string(),
        pages: z.int().nullable(),
        verdict: Verdict,
        findings: z.array(Finding),
        addedBy: z.string(),
        addedAt: z.string(),
      }),
    ),
  })
  .openapi("Attachments");

const responses = { 200: jsonWithEtag(Attachments, "这份答复的附件"), ...CHANGE_PROBLEMS };

const listRoute = createRoute({
  ...access(PEOPLE),
  method: "get",
  path: "/api/replies/{id}/attachments",
  operationId: "listAttachments",
  summary: "一份答复的附件和核对结果",
  tags: ["附件"],
  request: { params, query: NoQuery },
  responses: { 200: jsonWithEtag(Attachments, "附件"), ...READ_PROBLEMS },
});

const AttachmentForm = z.strictObject({
  file: z
    .custom<File>((value) => value instanceof File, "请选择附件")
    .openapi({ type: "string", format: "binary", description: "PDF 或 JPEG、PNG 图片，不超过 10 MB" }),
});

const addRoute = createRoute({
  ...access(["unit", "office"], idempotent),
  method: "post",
  path: "/api/replies/{id}/attachments",
  operationId: "addAttachment",
  summary: "上传附件：按内容判断类型，文字逐页核对，图片去除拍摄信息",
  tags: ["附件"],
  parameters: [IF_MATCH, IDEMPOTENCY_KEY],
  request: {
    params,
    query: NoQuery,
    body: { content: { "multipart/form-data": { schema: AttachmentForm } }, required: true },
  },
  responses,
});

const removeRoute = createRoute({
  ...access(["unit", "office"]),
  method: "delete",
  path: "/api/replies/{id}/attachments/{attachment}",
  operationId: "removeAttachment",
  summary: "删去附件",
  tags: ["附件"],
  parameters: [IF_MATCH],
  request: { params: one, query: NoQuery, body: input(NoInput) },
  responses,
});

const binary = { schema: z.string().openapi({ format: "binary" }) };
const contentRoute = createRoute({
  ...access(PEOPLE),
  method: "get",
  path: "/api/replies/{id}/attachments/{attachment}/content",
  operationId: "readAttachment",
  summary: "下载附件",
  tags: ["附件"],
  request: { params: one, query: NoQuery },
  responses: {
    200: {
      description: "附件",
      content: { "application/pdf": binary, "image/jpeg": binary, "image/png": binary },
    },
    ...READ_PROBLEMS,
  },
});

async function answer(c: Context<ApiEnv>, id: string) {
  const { version, items } = await listAttachments(contextOf(c), id);
  const body = {
    items: items.map((row) => ({
      id: row.id,
      name: row.name,
      type: row.type,
      bytes: row.bytes,
      sha256: row.sha256,
      pages: row.pages,
      verdict: row.verdict,
      findings: [...row.findings],
      addedBy: row.addedBy,
      addedAt: row.addedAt,
    })),
  };
  return c.json(body, 200, { ETag: etagOf(version) });
}

export const attachments = new OpenAPIHono<ApiEnv>()
  .openapi(listRoute, async (c) => await answer(c, c.req.valid("param").id))
  .openapi(addRoute, async (c) => {
    const { id } = c.req.valid("param");
    const { file } = c.req.valid("form");
    const ref = { id, version: getIfMatch(c) };
    const upload = { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
    await addAttachment(contextOf(c), attachmentPlaceOf(c), ref, upload);
    return await answer(c, id);
  })
  .openapi(removeRoute, async (c) => {
    const { id, attachment } = c.req.valid("param");
    await removeAttachment(contextOf(c), storeOf(c), { id, version: getIfMatch(c) }, attachment);
    return await answer(c, id);
  })
  .openapi(contentRoute, async (c) => {
    const { id, attachment } = c.req.valid("param");
    const { row, bytes } = await readAttachmentBytes(contextOf(c), storeOf(c), id, attachment);
    // Saved, never shown: RFC 6266 with the name encoded whole (RFC 8187), and a sandbox if a browser shows it all the same.
    return c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
      "Content-Type": row.type,
      "Content-Disposition": `attachment; filename="attachment.${ATTACHMENT_EXTENSION[row.type]}"; filename*=UTF-8''${encodeURIComponent(row.name).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)}`,
      "Content-Security-Policy": `${SECURITY_HEADERS["Content-Security-Policy"] ?? ""}; sandbox`,
    });
  });
