import type { EditionRow } from "#db/reads/reply-record.ts";
import { listOverrideRows } from "#db/reads/overrides.ts";
import { endOverrideRows } from "#db/writes/overrides.ts";
import type { Transaction } from "#db/open.ts";
import { recordAudit } from "../audit.ts";
import type { Context } from "../context.ts";
import { hashOf } from "../hash.ts";

/**
 * Ends every 放行 of an edition whose attachments change, agreed to or still waiting: what was looked at was the letter with
 * the files it had. In the transaction of that change; an audit row of its own where one was alive.
 */
export async function endOverrides(
  ctx: Context,
  tx: Transaction,
  { assignmentId, number, contentHash }: EditionRow,
): Promise<void> {
  const alive = (await listOverrideRows(tx, assignmentId, number)).filter(({ endedAt }) => endedAt === null);
  if (alive.length === 0) return;
  await endOverrideRows(tx, assignmentId, number, ctx.now().toISOString());
  const afterHash = hashOf(alive.map(({ id }) => id));
  const object = `assignment:${assignmentId}`;
  await recordAudit(tx, ctx, { action: "override.end", object, beforeHash: contentHash, afterHash });
}
