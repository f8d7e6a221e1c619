import type { AttachmentRow } from "#db/reads/attachments.ts";
import { findAttachment, listAttachmentRows } from "#db/reads/attachments.ts";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import { getReply } from "../replies/load-reply.ts";
import type { FileStore } from "./file-store.ts";

export type AttachmentList = { readonly version: number; readonly items: readonly AttachmentRow[] };

export async function listAttachments(ctx: Context, assignmentId: string): Promise<AttachmentList> {
  const { assignment, edition } = await getReply(ctx.db, ctx.actor, assignmentId);
  const items = edition ? await listAttachmentRows(ctx.db, assignmentId, edition.number) : [];
  return { version: assignment.version, items };
}

/** Still part of the letter, or of an edition that went out before it was taken out. */
function wasKept({ edition, removedAt, removedInEdition }: AttachmentRow): boolean {
  return removedAt === null || (removedInEdition !== null && removedInEdition > edition);
}

/** The row and the bytes, for whoever may see the reply. Throws NotFound where either is not there. */
export async function readAttachmentBytes(
  ctx: Context,
  store: FileStore,
  assignmentId: string,
  attachmentId: string,
): Promise<{ readonly row: AttachmentRow; readonly bytes: Uint8Array }> {
  await getReply(ctx.db, ctx.actor, assignmentId);
  const row = await findAttachment(ctx.db, attachmentId);
  const bytes = row?.assignmentId === assignmentId && wasKept(row) ? await store.get(row.id) : undefined;
  if (!row || !bytes) throw new NotFound("这个附件");
  return { row, bytes };
}
