import type { OriginalRow } from "#db/reads/originals.ts";
import { listOriginalRows } from "#db/reads/originals.ts";
import { writeTransaction } from "#db/transaction.ts";
import type { FileStore } from "../attachments/file-store.ts";
import { recordAudit } from "../audit.ts";
import type { Context } from "../context.ts";
import { Forbidden, NotFound } from "../errors.ts";
import { getReply } from "../replies/load-reply.ts";

/** The Word files of a reply as they came, for whoever may see the reply. */
export async function listOriginals(ctx: Context, assignmentId: string): Promise<OriginalRow[]> {
  await getReply(ctx.db, ctx.actor, assignmentId);
  return await listOriginalRows(ctx.db, assignmentId);
}

/**
 * The bytes as they came, hidden content and all: for the office and the unit that leads the reply, and every reading is
 * written down. Throws NotFound where row or bytes are not there.
 */
export async function readOriginal(
  ctx: Context,
  store: FileStore,
  { assignmentId, originalId }: { readonly assignmentId: string; readonly originalId: string },
): Promise<{ readonly row: OriginalRow; readonly bytes: Uint8Array }> {
  if (ctx.actor.role !== "office" && ctx.actor.role !== "unit") throw new Forbidden();
  const { assignment } = await getReply(ctx.db, ctx.actor, assignmentId);
  const rows = assignment.role === "joint" ? [] : await listOriginalRows(ctx.db, assignmentId);
  const row = rows.find(({ id }) => id === originalId);
  const bytes = row && (await store.get(row.id));
  if (!row || !bytes) throw new NotFound("这份原件");
  await writeTransaction(ctx.db, async (tx) => {
    const audited = { beforeHash: row.sha256, afterHash: row.sha256 };
    await recordAudit(tx, ctx, { action: "original.read", object: `reply:${assignmentId}`, ...audited });
  });
  return { row, bytes };
}
