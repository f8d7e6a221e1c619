import type { DocumentRow } from "#db/reads/documents.ts";
import { findDocument } from "#db/reads/documents.ts";
import type { Transaction } from "#db/open.ts";
import { writeTransaction } from "#db/transaction.ts";
import { updateDocument } from "#db/writes/documents.ts";
import type { DocumentPatch } from "#db/writes/documents.ts";
import { recordAudit } from "../audit.ts";
import type { Context } from "../context.ts";
import { Forbidden, NotFound, Stale } from "../errors.ts";

/** Names the document and the version that the caller saw (If-Match). */
export type DocumentRef = { readonly slug: string; readonly version: number };

/** The office's one way to change a document: role, version, work, version + 1, audit row. */
export async function changeDocument(
  ctx: Context,
  action: `document.${string}`,
  ref: DocumentRef,
  work: (tx: Transaction, before: DocumentRow) => Promise<DocumentPatch>,
): Promise<void> {
  if (ctx.actor.role !== "office") throw new Forbidden();
  await writeTransaction(ctx.db, async (tx) => {
    const before = await findDocument(tx, ref.slug);
    if (!before) throw new NotFound("这份文件");
    if (before.version !== ref.version) throw new Stale();
    const patch = await work(tx, before);
    await updateDocument(tx, ref.slug, patch);
    await recordAudit(tx, ctx, {
      action,
      object: `document:${ref.slug}`,
      beforeHash: before.contentHash,
      afterHash: patch.contentHash ?? before.contentHash,
    });
  });
}
