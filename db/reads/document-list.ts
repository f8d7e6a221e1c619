import type { SQL } from "drizzle-orm";
import { and, eq, sql } from "drizzle-orm";
import type { DocumentKind, DOCUMENT_STATES } from "#domain/document/document.ts";
import type { Reader } from "../open.ts";
import { documents } from "../schema/documents.ts";
import type { KeysetStart } from "./keyset.ts";
import { afterStart, inOrder } from "./keyset.ts";

export type DocumentFilter = {
  readonly kind?: DocumentKind | undefined;
  readonly state?: (typeof DOCUMENT_STATES)[number] | undefined;
};

/** Newest first; what is not out yet stands before what is. */
const sortKey = sql<string>`coalesce(${documents.publishedAt}, '9999-12-31')`;

function conditions({ kind, state }: DocumentFilter): SQL | undefined {
  return and(kind && eq(documents.kind, kind), state && eq(documents.state, state));
}

export type DocumentListRow = Awaited<ReturnType<typeof listDocumentRows>>[number];

export async function listDocumentRows(
  reader: Reader,
  filter: DocumentFilter,
  page: { readonly start: KeysetStart | undefined; readonly limit: number },
) {
  const order = { key: sortKey, id: documents.slug, descending: true };
  return await reader
    .select({
      sortKey,
      sortId: documents.slug,
      slug: documents.slug,
      kind: documents.kind,
      title: documents.title,
      issuer: documents.issuer,
      docNumber: documents.docNumber,
      indexNumber: documents.indexNumber,
      writtenOn: documents.writtenOn,
      publishedAt: documents.publishedAt,
      validity: documents.validity,
      state: documents.state,
    })
    .from(documents)
    .where(and(conditions(filter), afterStart(order, page.start)))
    .orderBy(...inOrder(order))
    .limit(page.limit);
}

export async function countDocumentRows(reader: Reader, filter: DocumentFilter): Promise<number> {
  return await reader.$count(documents, conditions(filter));
}
