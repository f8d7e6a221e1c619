import type { DocumentLine } from "#domain/view/page-view.ts";
import type { PublicDocument } from "#domain/view/public-reply.ts";

export function toDocumentLine({ path, title, kind, issuer, docNumber, publishedAt }: PublicDocument): DocumentLine {
  return { path, title, kind, issuer, docNumber, publishedAt };
}
