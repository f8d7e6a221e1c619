import type { Context } from "hono";
import { OpenAPIHono, createRoute, z } from "@hono/zod-openapi";
import type { DocumentListRow } from "#db/reads/document-list.ts";
import type { DocumentRow } from "#db/reads/documents.ts";
import { DOCUMENT_KINDS, DOCUMENT_STATES, VALIDITIES } from "#domain/document/document.ts";
import { Finding } from "#domain/gate/finding.ts";
import { RichText } from "#domain/reply/rich-text.ts";
import { BulletinInput, draftBulletin } from "#services/documents/draft-bulletin.ts";
import { DraftDocumentInput, EditDocumentInput } from "#services/documents/document-input.ts";
import { draftDocument } from "#services/documents/draft.ts";
import { editDocument } from "#services/documents/edit.ts";
import { getDocument, listDocuments } from "#services/documents/list-documents.ts";
import { ValidityInput, setValidity } from "#services/documents/set-validity.ts";
import { publishDocument } from "#services/documents/publish.ts";
import { WithdrawDocumentInput, withdrawDocument } from "#services/documents/withdraw.ts";
import type { ApiEnv } from "../deps.ts";
import { contextOf } from "../http/authentication.ts";
import { IF_MATCH, etagOf, getIfMatch } from "../http/etag.ts";
import { IDEMPOTENCY_KEY, idempotent } from "../http/idempotency.ts";
import {
  CHANGE_PROBLEMS,
  CREATE_PROBLEMS,
  LIST_PROBLEMS,
  NoInput,
  NoQuery,
  PEOPLE,
  PageQuery,
  READ_PROBLEMS,
  access,
  input,
  json,
  jsonWithEtag,
  pageOf,
  problems,
} from "../http/route-parts.ts";

const line = {
  slug: z.string(),
  kind: z.enum(DOCUMENT_KINDS),
  title: z.string(),
  issuer: z.string(),
  docNumber: z.string().nullable(),
  indexNumber: z.string().nullable(),
  writtenOn: z.string().nullable(),
  publishedAt: z.string().nullable(),
  validity: z.enum(VALIDITIES),
  state: z.enum(DOCUMENT_STATES),
};
const DocumentLine = z.strictObject(line).openapi("DocumentLine");
const Document = z
  .strictObject({
    ...line,
    version: z.int(),
    publisher: z.string().nullable(),
    category: z.string().nullable(),
    source: z.string().nullable(),
    addressee: z.string().nullable(),
    body: RichText,
    attachments: z.array(z.string()),
    findings: z.array(Finding),
  })
  .openapi("Document");

const params = z.strictObject({ slug: z.string().min(1).max(120) });

const listRoute = createRoute({
  ...access(PEOPLE),
  method: "get",
  path: "/api/documents",
  operationId: "listDocuments",
  summary: "通知、制度、总结、通报等文件",
  tags: ["文件"],
  request: {
    query: z.strictObject({
      ...PageQuery,
      kind: z.enum(DOCUMENT_KINDS).optional(),
      state: z.enum(DOCUMENT_STATES).optional(),
    }),
  },
  responses: { 200: json(pageOf(DocumentLine), "一页文件，新的在前"), ...LIST_PROBLEMS },
});

const getRoute = createRoute({
  ...access(PEOPLE),
  method: "get",
  path: "/api/documents/{slug}",
  operationId: "getDocument",
  summary: "一份文件",
  tags: ["文件"],
  request: { params, query: NoQuery },
  responses: { 200: jsonWithEtag(Document, "文件"), ...READ_PROBLEMS },
});

const draftRoute = createRoute({
  ...access(["office"], idempotent),
  method: "post",
  path: "/api/documents",
  operationId: "draftDocument",
  summary: "起草通知、制度、总结、通报、动态",
  tags: ["文件"],
  parameters: [IDEMPOTENCY_KEY],
  request: { query: NoQuery, body: input(DraftDocumentInput) },
  responses: { 201: jsonWithEtag(Document, "草稿"), ...CREATE_PROBLEMS },
});

const bulletinRoute = createRoute({
  ...access(["office"], idempotent),
  method: "post",
  path: "/api/bulletins",
  operationId: "draftBulletin",
  summary: "起草办理情况通报：只写已有记录的事实，供修改后公开",
  tags: ["文件"],
  parameters: [IDEMPOTENCY_KEY],
  request: { query: NoQuery, body: input(BulletinInput) },
  responses: { 201: jsonWithEtag(Document, "通报草稿"), ...CREATE_PROBLEMS, ...problems(404) },
});

const editRoute = createRoute({
  ...access(["office"]),
  method: "put",
  path: "/api/documents/{slug}",
  operationId: "editDocument",
  summary: "修改文件草稿",
  tags: ["文件"],
  parameters: [IF_MATCH],
  request: { params, query: NoQuery, body: input(EditDocumentInput) },
  responses: { 200: jsonWithEtag(Document, "修改后的草稿"), ...CHANGE_PROBLEMS },
});

const publishRoute = createRoute({
  ...access(["office"], idempotent),
  method: "post",
  path: "/api/documents/{slug}/publish",
  operationId: "publishDocument",
  summary: "公开文件，由没有起草、修改过的同志办理",
  tags: ["文件"],
  parameters: [IF_MATCH, IDEMPOTENCY_KEY],
  request: { params, query: NoQuery, body: input(NoInput) },
  responses: { 200: jsonWithEtag(Document, "公开后的文件"), ...CHANGE_PROBLEMS },
});

const validityRoute = createRoute({
  ...access(["office"]),
  method: "put",
  path: "/api/documents/{slug}/validity",
  operationId: "setDocumentValidity",
  summary: "标明已公开的文件有效、失效或者废止",
  tags: ["文件"],
  parameters: [IF_MATCH],
  request: { params, query: NoQuery, body: input(ValidityInput) },
  responses: { 200: jsonWithEtag(Document, "标明效力后的文件"), ...CHANGE_PROBLEMS },
});

const withdrawRoute = createRoute({
  ...access(["office"], idempotent),
  method: "post",
  path: "/api/documents/{slug}/withdraw",
  operationId: "withdrawDocument",
  summary: "撤回已公开的文件",
  tags: ["文件"],
  parameters: [IF_MATCH, IDEMPOTENCY_KEY],
  request: { params, query: NoQuery, body: input(WithdrawDocumentInput) },
  responses: { 200: jsonWithEtag(Document, "撤回后的文件"), ...CHANGE_PROBLEMS },
});

function toLine(row: Omit<DocumentListRow, "sortKey" | "sortId">): z.infer<typeof DocumentLine> {
  const { slug, kind, title, issuer, docNumber, indexNumber, writtenOn, publishedAt, validity, state } = row;
  return { slug, kind, title, issuer, docNumber, indexNumber, writtenOn, publishedAt, validity, state };
}

function toDocument(row: DocumentRow): z.infer<typeof Document> {
  const { version, publisher, category, source, addressee, body, attachments, findings } = row;
  return { ...toLine(row), version, publisher, category, source, addressee, body, attachments, findings };
}

async function read(c: Context<ApiEnv>, slug: string) {
  const row = await getDocument(contextOf(c), slug);
  c.header("ETag", etagOf(row.version));
  return toDocument(row);
}

export const documents = new OpenAPIHono<ApiEnv>()
  .openapi(listRoute, async (c) => {
    const page = await listDocuments(contextOf(c), c.req.valid("query"));
    return c.json({ ...page, items: page.items.map(toLine) }, 200);
  })
  .openapi(getRoute, async (c) => c.json(await read(c, c.req.valid("param").slug), 200))
  .openapi(draftRoute, async (c) => {
    const slug = await draftDocument(contextOf(c), c.req.valid("json"));
    return c.json(await read(c, slug), 201);
  })
  .openapi(bulletinRoute, async (c) => {
    const slug = await draftBulletin(contextOf(c), c.req.valid("json"));
    return c.json(await read(c, slug), 201);
  })
  .openapi(editRoute, async (c) => {
    const { slug } = c.req.valid("param");
    await editDocument(contextOf(c), { slug, version: getIfMatch(c) }, c.req.valid("json"));
    return c.json(await read(c, slug), 200);
  })
  .openapi(publishRoute, async (c) => {
    const { slug } = c.req.valid("param");
    await publishDocument(contextOf(c), { slug, version: getIfMatch(c) });
    return c.json(await read(c, slug), 200);
  })
  .openapi(validityRoute, async (c) => {
    const { slug } = c.req.valid("param");
    await setValidity(contextOf(c), { slug, version: getIfMatch(c) }, c.req.valid("json"));
    return c.json(await read(c, slug), 200);
  })
  .openapi(withdrawRoute, async (c) => {
    const { slug } = c.req.valid("param");
    await withdrawDocument(contextOf(c), { slug, version: getIfMatch(c) }, c.req.valid("json"));
    return c.json(await read(c, slug), 200);
  });
