import { randomUUID } from "node:crypto";
import { listAttachmentRows } from "#db/reads/attachments.ts";
import { listOfficeLines } from "#db/reads/gate-context.ts";
import { listPrivateContacts } from "#db/reads/overrides.ts";
import { insertAttachment } from "#db/writes/attachments.ts";
import { updateEdition } from "#db/writes/replies.ts";
import type { Reader } from "#db/open.ts";
import { MOST_ATTACHMENTS } from "#domain/attachment/attachment.ts";
import { toDisplayName } from "#domain/attachment/display-name.ts";
import type { Finding } from "#domain/gate/finding.ts";
import { verdictOf } from "#domain/gate/finding.ts";
import { refuse } from "#domain/handling/refusal.ts";
import { scanText } from "#domain/privacy/scan-text.ts";
import type { AttachmentFile, PdfReader } from "#exchange/attachment/attachment-file.ts";
import { readAttachment } from "#exchange/attachment/read-attachment.ts";
import type { Context } from "../context.ts";
import { Refused } from "../errors.ts";
import { changeAftercare } from "../follow-ups/change-aftercare.ts";
import { sha256 } from "../hash.ts";
import { endOverrides } from "../overrides/end.ts";
import type { ReplyRef } from "../replies/change-reply.ts";
import type { LoadedReply } from "../replies/load-reply.ts";
import { getReply } from "../replies/load-reply.ts";
import type { FileStore } from "./file-store.ts";

/** What a home has for attachments. */
export type AttachmentPlace = { readonly files: FileStore; readonly readPdf: PdfReader };

export type AttachmentInput = { readonly name: string; readonly bytes: Uint8Array };

/** Attachments are scanned as strictly as bodies (security.md §1.3): text, notes and the file's own description. */
async function judge(reader: Reader, file: AttachmentFile, name: string): Promise<Finding[]> {
  const options = {
    officeLines: await listOfficeLines(reader),
    privateContacts: await listPrivateContacts(reader),
    where: "attachment",
  };
  const notes = file.notes.map(({ code, severity, text, message }) => ({
    code,
    severity,
    where: "attachment",
    text,
    message,
  }));
  return [...notes, ...scanText([name], options), ...scanText(file.metadata, options), ...scanText(file.text, options)];
}

/** Only while the letter is with its writer: what was submitted is judged with the attachments that it had. */
export function checkNotFrozen({ edition }: LoadedReply): void {
  if (edition && edition.state !== "draft") throw Refused.of(refuse("attachments_frozen"));
}

/**
 * Adds an attachment to the draft of a reply. The bytes are kept under a random name before the row that names them, so
 * that a crash leaves a file that nobody knows, never a row without its file. Throws UnreadableFile for what is no
 * PDF or image, or cannot be read.
 */
export async function addAttachment(
  ctx: Context,
  { files, readPdf }: AttachmentPlace,
  ref: ReplyRef,
  input: AttachmentInput,
): Promise<string> {
  // Before the bytes are read at all: whose reply, and may anything be added?
  checkNotFrozen(await getReply(ctx.db, ctx.actor, ref.id));
  const file = await readAttachment(input.bytes, readPdf);
  const name = toDisplayName(input.name);
  const findings = await judge(ctx.db, file, name);
  const id = randomUUID();
  await files.put(id, file.bytes);
  try {
    await keepRow(ctx, ref, { id, name, file, findings });
  } catch (error) {
    await files.remove(id);
    throw error;
  }
  return id;
}

type NewAttachment = {
  readonly id: string;
  readonly name: string;
  readonly file: AttachmentFile;
  readonly findings: readonly Finding[];
};

async function keepRow(ctx: Context, ref: ReplyRef, { id, name, file, findings }: NewAttachment): Promise<void> {
  const verb = { action: "attachment.add", roles: ["unit", "office"] } as const;
  await changeAftercare(ctx, verb, ref, async (tx, reply) => {
    checkNotFrozen(reply);
    const { edition } = reply;
    if (!edition) throw Refused.of(refuse("letter_incomplete"));
    if ((await listAttachmentRows(tx, ref.id, edition.number)).length >= MOST_ATTACHMENTS)
      throw Refused.of(refuse("attachments_full"));
    const hash = sha256(file.bytes);
    await endOverrides(ctx, tx, edition);
    await insertAttachment(tx, {
      id,
      assignmentId: ref.id,
      edition: edition.number,
      name,
      type: file.type,
      bytes: file.bytes.length,
      sha256: hash,
      pages: file.pages,
      verdict: verdictOf(findings),
      findings: [...findings],
      addedBy: ctx.actor.id,
      addedAt: ctx.now().toISOString(),
    });
    const editors = [...new Set([...edition.editors, ctx.actor.id])];
    await updateEdition(tx, ref.id, edition.number, { scannedHash: null, verdict: null, editors });
    return { value: undefined, audited: { id, sha256: hash } };
  });
}
