import type { AuditVerdict } from "./audit-verify.ts";
import { verifyAudit } from "./audit-verify.ts";
import type { Context } from "./context.ts";
import { readOnce } from "./read-once.ts";
import { requireOverseer } from "./scope.ts";

/** The audit walked from its first row, once for each state of the database; `anchor`: a head that a release published. */
export async function verifyAuditNow(ctx: Context, anchor: string | undefined): Promise<AuditVerdict> {
  requireOverseer(ctx.actor);
  const anchors = anchor === undefined ? [] : [anchor];
  return await readOnce(ctx.db, JSON.stringify(["audit", anchors]), () => verifyAudit(ctx.db, { anchors }));
}
