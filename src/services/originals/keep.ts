import { randomUUID } from "node:crypto";
import { hasOriginal } from "#db/reads/originals.ts";
import { insertOriginal } from "#db/writes/originals.ts";
import type { Transaction } from "#db/open.ts";
import { writeTransaction } from "#db/transaction.ts";
import { toDisplayName } from "#domain/attachment/display-name.ts";
import type { FileStore } from "../attachments/file-store.ts";
import { recordAudit } from "../audit.ts";
import type { Context } from "../context.ts";
import { sha256 } from "../hash.ts";

export type OriginalFile = { readonly assignmentId: string; readonly name: string; readonly bytes: Uint8Array };

/**
 * Keeps the file that a letter was read from, once however often it comes; part of the transaction that stores the letter.
 * The bytes are there before the row that names them. Returns whether it is new. Where a home keeps no files (`store`
 * undefined) nothing is kept.
 */
export async function keepOriginal(
  ctx: Context,
  tx: Transaction,
  store: FileStore | undefined,
  { assignmentId, name, bytes }: OriginalFile,
): Promise<boolean> {
  if (!store) return false;
  const hash = sha256(bytes);
  if (await hasOriginal(tx, assignmentId, hash)) return false;
  const id = randomUUID();
  await store.put(id, bytes);
  await insertOriginal(tx, {
    id,
    assignmentId,
    name: toDisplayName(name),
    bytes: bytes.length,
    sha256: hash,
    keptBy: ctx.actor.id,
    keptAt: ctx.now().toISOString(),
  });
  return true;
}

/** The same for a file that somebody reads into the editor: its own transaction and audit row. */
export async function keepReadFile(ctx: Context, store: FileStore | undefined, file: OriginalFile): Promise<void> {
  await writeTransaction(ctx.db, async (tx) => {
    if (!(await keepOriginal(ctx, tx, store, file))) return;
    const object = `reply:${file.assignmentId}`;
    await recordAudit(tx, ctx, {
      action: "original.keep",
      object,
      beforeHash: null,
      afterHash: sha256(file.bytes),
    });
  });
}
