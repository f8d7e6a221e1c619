import { listAuditAfter } from "#db/reads/audit.ts";
import type { Reader } from "#db/open.ts";
import { AUDIT_GENESIS, auditHash } from "./audit.ts";

export type AuditVerdict =
  | { readonly ok: true; readonly rows: number; readonly head: string }
  | { readonly ok: false; readonly seq: number; readonly reason: "missing" | "changed" | "unchained" };

const BATCH = 1_000;

/** Walks the chain from its first row; the first row that is missing, changed or out of the chain ends it. */
export async function verifyAudit(reader: Reader): Promise<AuditVerdict> {
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
    }
    if (batch.length < BATCH) return { ok: true, rows, head };
  }
}
