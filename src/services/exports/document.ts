import type { DocumentRow } from "#db/reads/documents.ts";
import { findSummary } from "#db/reads/summaries.ts";
import { closeUp, withoutFigureLinks } from "#domain/summary/close-up.ts";
import { toDocumentPaper } from "#exchange/write/paper/document-paper.ts";
import type { Context } from "../context.ts";
import { getDocument } from "../documents/list-documents.ts";
import { getUnitScope } from "../scope.ts";
import { getSummary } from "../summaries/load-summary.ts";
import type { ExportFile, PaperFormat } from "./export-file.ts";
import { toPaperFile } from "./export-file.ts";

/** A unit reads the draft of its own 总结, which no list of documents shows it. */
async function findOwnDraft(ctx: Context, slug: string): Promise<DocumentRow | undefined> {
  if (getUnitScope(ctx.actor) === undefined || !(await findSummary(ctx.db, slug))) return undefined;
  return (await getSummary(ctx.db, ctx.actor, slug)).document;
}

/** A document as it leaves the house: no empty paragraph, no heading over nothing, headings numbered. Throws NotFound. */
export async function exportDocument(
  ctx: Context,
  { slug, format }: { readonly slug: string; readonly format: PaperFormat },
): Promise<ExportFile> {
  const document = (await findOwnDraft(ctx, slug)) ?? (await getDocument(ctx, slug));
  const { title, issuer, docNumber, addressee, writtenOn } = document;
  // Imported documents carry the numbers of their headings in the text; those are kept.
  const body = document.kind === "summary" ? closeUp(withoutFigureLinks(document.body)) : document.body;
  return await toPaperFile(toDocumentPaper({ title, issuer, docNumber, addressee, body, writtenOn }), format);
}
