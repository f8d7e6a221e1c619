import { listLostGuards } from "#db/reads/audit-guards.ts";
import { listAuditAfter } from "#db/reads/audit.ts";
import type { Reader } from "#db/open.ts";
import { AUDIT_GENESIS, auditHash } from "./audit.ts";

/**
 * missing, changed, unchained: the first row of which that is so. unanchored: the chain is whole in itself, and yet not the one
 * that was published: rows up to `seq` were cut off or written anew. unguarded: rows are whole, but a trigger is gone.
 */
export const AUDIT_FAULTS = ["missing", "changed", "unchained", "unanchored", "unguarded"] as const;
export type AuditFault = (typeof AUDIT_FAULTS)[number];

export type AuditVerdict =
  | { readonly ok: true; readonly rows: number; readonly head: string; readonly anchors: number }
  | { readonly ok: false; readonly seq: number; readonly reason: AuditFault; readonly lost?: readonly string[] };

const BATCH = 1_000;

/**
 * Walks the chain from its first row; the first row that is missing, changed or out of the chain ends it.
 * `anchors`: heads that stand outside the database (a release publishes its own), each of which must be a row of it.
 */
export async function verifyAudit(
  reader: Reader,
  { anchors = [] }: { readonly anchors?: readonly string[] } = {},
): Promise<AuditVerdict> {
  const waiting = new Set(anchors.filter((anchor) => anchor !== AUDIT_GENESIS));
  let head = AUDIT_GENESIS;
  let rows = 0;
  for (;;) {
    const batch = await listAuditAfter(reader, rows, BATCH);
    for (const row of batch) {
      if (row.seq !== rows + 1) return { ok: false, seq: rows + 1, reason: "missing" };
      if (row.prevHash !== head) return { ok: false, seq: row.seq, reason: "unchained" };
      if (auditHash(row) !== row.hash) return { ok: false, seq: row.seq, reason: "changed" };
      head = row.hash;
      rows++;
      waiting.delete(head);
    }
    if (batch.length < BATCH) break;
  }
  if (waiting.size > 0) return { ok: false, seq: rows, reason: "unanchored" };
  const lost = await listLostGuards(reader);
  if (lost.length > 0) return { ok: false, seq: rows, reason: "unguarded", lost };
  return { ok: true, rows, head, anchors: anchors.length };
}
