import { findAttachment } from "#db/reads/attachments.ts";
import { markAttachmentRemoved } from "#db/writes/attachments.ts";
import { updateEdition } from "#db/writes/replies.ts";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import { changeAftercare } from "../follow-ups/change-aftercare.ts";
import type { ReplyRef } from "../replies/change-reply.ts";
import { checkNotFrozen } from "./add.ts";
import type { FileStore } from "./file-store.ts";

/** Takes an attachment out of the draft; the row stays for the record, the bytes of what never went out are deleted. */
export async function removeAttachment(
  ctx: Context,
  store: FileStore,
  ref: ReplyRef,
  attachmentId: string,
): Promise<void> {
  const verb = { action: "attachment.remove", roles: ["unit", "office"] } as const;
  const neverOut = await changeAftercare(ctx, verb, ref, async (tx, reply) => {
    checkNotFrozen(reply);
    const row = await findAttachment(tx, attachmentId);
    if (!row || row.assignmentId !== ref.id || row.removedAt !== null) throw new NotFound("这个附件");
    await markAttachmentRemoved(tx, attachmentId, ctx.now().toISOString());
    const { edition } = reply;
    if (edition) await updateEdition(tx, ref.id, edition.number, { scannedHash: null, verdict: null });
    return { value: row.edition === edition?.number, audited: { id: attachmentId, sha256: row.sha256 } };
  });
  if (neverOut) await store.remove(attachmentId);
}
