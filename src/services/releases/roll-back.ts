import { findRelease, type ReleaseRow } from "#db/reads/releases.ts";
import { writeTransaction } from "#db/transaction.ts";
import { insertRollbackRequest } from "#db/writes/releases.ts";
import { listHiddenPaths } from "#db/reads/hidden-paths.ts";
import { refuse } from "#domain/handling/refusal.ts";
import { requireStepUp } from "../accounts/require-step-up.ts";
import { recordAudit } from "../audit.ts";
import type { Context } from "../context.ts";
import { Forbidden, NotFound, Refused } from "../errors.ts";

/**
 * 恢复到较早的一版: queues the return to a release that readers saw before; whether it passes the rules of today is looked
 * at when its turn comes. Throws Refused for one that was never public, and while something waits to be removed.
 */
export async function askForRollback(ctx: Context, to: string): Promise<ReleaseRow> {
  if (ctx.actor.role !== "office" && ctx.actor.role !== "admin") throw new Forbidden();
  requireStepUp(ctx);
  return await writeTransaction(ctx.db, async (tx) => {
    const target = await findRelease(tx, to);
    if (!target) throw new NotFound("这次发布");
    if (target.state !== "superseded") throw Refused.of(refuse("wrong_state"));
    if ((await listHiddenPaths(tx)).length > 0) throw Refused.of(refuse("rollback_unfit"));
    const requestedAt = ctx.now().toISOString();
    const id = await insertRollbackRequest(tx, { requestedBy: ctx.actor.id, requestedAt, rollbackTo: to });
    const object = `release:${to}`;
    await recordAudit(tx, ctx, { action: "release.rollback", object, beforeHash: null, afterHash: target.root });
    const row = await findRelease(tx, id);
    if (!row) throw new NotFound("这次发布");
    return row;
  });
}
