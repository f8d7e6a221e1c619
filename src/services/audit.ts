import { findAuditHead } from "#db/reads/audit.ts";
import { findActor } from "#db/reads/accounts.ts";
import { appendAuditRow } from "#db/writes/audit.ts";
import type { Transaction } from "#db/open.ts";
import type { Context } from "./context.ts";
import { Forbidden } from "./errors.ts";
import { hashOf } from "./hash.ts";

export type AuditEvent = {
  /** {entity}.{verb} */
  readonly action: string;
  /** {entity}:{id} */
  readonly object: string;
  readonly beforeHash: string | null;
  readonly afterHash: string | null;
};

/** Hash that the first row is chained to. */
export const AUDIT_GENESIS = "0".repeat(64);

/** The hash of a row covers everything in it and the row before; a changed, lost or swapped row breaks the chain. */
export function auditHash(row: AuditEvent & { seq: number; at: string; actorId: string; prevHash: string }): string {
  const { seq, at, actorId, action, object, beforeHash, afterHash, prevHash } = row;
  return hashOf(["huiyin-audit-1", seq, at, actorId, action, object, beforeHash, afterHash, prevHash]);
}

/** Who was disabled or got another role since the request was let in changes nothing any more (ASVS 8.3.2). */
async function checkStillMay(tx: Transaction, { id, role, unitCode }: Context["actor"]): Promise<void> {
  const now = await findActor(tx, id);
  if (!now) return;
  if (now.disabledAt !== null || now.role !== role || now.unitCode !== unitCode) throw new Forbidden();
}

/** Writes the audit row of a change in the change's own transaction: without the row, no change. */
export async function recordAudit(
  tx: Transaction,
  ctx: Pick<Context, "actor" | "now">,
  event: AuditEvent,
): Promise<void> {
  await checkStillMay(tx, ctx.actor);
  const head = await findAuditHead(tx);
  const row = {
    seq: (head?.seq ?? 0) + 1,
    at: ctx.now().toISOString(),
    actorId: ctx.actor.id,
    ...event,
    prevHash: head?.hash ?? AUDIT_GENESIS,
  };
  await appendAuditRow(tx, { ...row, hash: auditHash(row) });
}
