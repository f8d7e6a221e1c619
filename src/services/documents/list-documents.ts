import type { DocumentFilter, DocumentListRow } from "#db/reads/document-list.ts";
import { countDocumentRows, listDocumentRows } from "#db/reads/document-list.ts";
import type { DocumentRow } from "#db/reads/documents.ts";
import { findDocument } from "#db/reads/documents.ts";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import type { Page, PageRequest } from "../page.ts";
import { parseCursor, toPage } from "../page.ts";
import { getUnitScope } from "../scope.ts";

/** Documents, newest first. A unit reads what is published; drafts and what their check found are the office's. */
export async function listDocuments(ctx: Context, query: DocumentFilter & PageRequest): Promise<Page<DocumentListRow>> {
  const { cursor, limit, ...wanted } = query;
  const isUnit = getUnitScope(ctx.actor) !== undefined;
  if (isUnit && wanted.state !== undefined && wanted.state !== "published")
    return { items: [], total: 0, nextCursor: null };
  const filter: DocumentFilter = isUnit ? { ...wanted, state: "published" } : wanted;
  const sort = "documents";
  const rows = await listDocumentRows(ctx.db, filter, { start: parseCursor(sort, cursor), limit: limit + 1 });
  return toPage(rows, await countDocumentRows(ctx.db, filter), { sort, limit }, (row) => row);
}

/** Throws NotFound where it is not there or not published and the actor a unit. */
export async function getDocument(ctx: Context, slug: string): Promise<DocumentRow> {
  const isUnit = getUnitScope(ctx.actor) !== undefined;
  const row = await findDocument(ctx.db, slug);
  if (!row || (isUnit && row.state !== "published")) throw new NotFound("这份文件");
  return row;
}
