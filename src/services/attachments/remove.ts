import type { AttachmentRow } from "#db/reads/attachments.ts";
import { listAttachmentRows } from "#db/reads/attachments.ts";
import { markAttachmentRemoved } from "#db/writes/attachments.ts";
import { updateEdition } from "#db/writes/replies.ts";
import type { EditionRow } from "#db/reads/reply-record.ts";
import type { Transaction } from "#db/open.ts";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import { changeAftercare } from "../follow-ups/change-aftercare.ts";
import { endOverrides } from "../overrides/end.ts";
import type { ReplyRef } from "../replies/change-reply.ts";
import { checkNotFrozen } from "./add.ts";
import type { FileStore } from "./file-store.ts";

async function getOfDraft(tx: Transaction, { assignmentId, number }: EditionRow, id: string): Promise<AttachmentRow> {
  const row = (await listAttachmentRows(tx, assignmentId, number)).find((item) => item.id === id);
  if (!row) throw new NotFound("这个附件");
  return row;
}

/**
 * Takes an attachment out of the draft. An edition that went out with it keeps it, with its bytes; the bytes of what never
 * went out are deleted, and only its row stays for the record.
 */
export async function removeAttachment(
  ctx: Context,
  store: FileStore,
  ref: ReplyRef,
  attachmentId: string,
): Promise<void> {
  const verb = { action: "attachment.remove", roles: ["unit", "office"] } as const;
  const neverOut = await changeAftercare(ctx, verb, ref, async (tx, reply) => {
    checkNotFrozen(reply);
    const { edition } = reply;
    if (!edition) throw new NotFound("这个附件");
    const row = await getOfDraft(tx, edition, attachmentId);
    await endOverrides(ctx, tx, edition);
    await markAttachmentRemoved(tx, attachmentId, {
      removedAt: ctx.now().toISOString(),
      removedInEdition: edition.number,
    });
    // What a letter comes without is a change of it like any other.
    const editors = [...new Set([...edition.editors, ctx.actor.id])];
    await updateEdition(tx, ref.id, edition.number, { scannedHash: null, verdict: null, editors });
    return { value: row.edition === edition.number, audited: { id: attachmentId, sha256: row.sha256 } };
  });
  if (neverOut) await store.remove(attachmentId);
}
