import { OpenAPIHono, createRoute, z } from "@hono/zod-openapi";
import type { DocumentListRow } from "#db/reads/document-list.ts";
import type { DocumentRow } from "#db/reads/documents.ts";
import { DOCUMENT_KINDS, DOCUMENT_STATES, VALIDITIES } from "#domain/document/document.ts";
import { Finding } from "#domain/gate/finding.ts";
import { RichText } from "#domain/reply/rich-text.ts";
import { getDocument, listDocuments } from "#services/documents/list-documents.ts";
import type { ApiEnv } from "../deps.ts";
import { contextOf } from "../http/authentication.ts";
import { etagOf } from "../http/etag.ts";
import {
  LIST_PROBLEMS,
  NoQuery,
  PEOPLE,
  PageQuery,
  READ_PROBLEMS,
  access,
  json,
  jsonWithEtag,
  pageOf,
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
  request: { params: z.strictObject({ slug: z.string().min(1).max(120) }), query: NoQuery },
  responses: { 200: jsonWithEtag(Document, "文件"), ...READ_PROBLEMS },
});

function toLine(row: Omit<DocumentListRow, "sortKey" | "sortId">): z.infer<typeof DocumentLine> {
  const { slug, kind, title, issuer, docNumber, indexNumber, writtenOn, publishedAt, validity, state } = row;
  return { slug, kind, title, issuer, docNumber, indexNumber, writtenOn, publishedAt, validity, state };
}

function toDocument(row: DocumentRow): z.infer<typeof Document> {
  const { version, publisher, category, source, addressee, body, attachments, findings } = row;
  return { ...toLine(row), version, publisher, category, source, addressee, body, attachments, findings };
}

export const documents = new OpenAPIHono<ApiEnv>()
  .openapi(listRoute, async (c) => {
    const page = await listDocuments(contextOf(c), c.req.valid("query"));
    return c.json({ ...page, items: page.items.map(toLine) }, 200);
  })
  .openapi(getRoute, async (c) => {
    const row = await getDocument(contextOf(c), c.req.valid("param").slug);
    c.header("ETag", etagOf(row.version));
    return c.json(toDocument(row), 200);
  });
