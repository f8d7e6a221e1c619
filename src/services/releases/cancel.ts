import { listHiddenPaths } from "#db/reads/hidden-paths.ts";
import { findRelease } from "#db/reads/releases.ts";
import type { ReleaseRow } from "#db/reads/releases.ts";
import { updateRelease } from "#db/writes/releases.ts";
import { writeTransaction } from "#db/transaction.ts";
import { refuse } from "#domain/handling/refusal.ts";
import { recordAudit } from "../audit.ts";
import type { Context } from "../context.ts";
import { Forbidden, NotFound, Refused } from "../errors.ts";
import { CANCELLED } from "./sentence.ts";

/**
 * 取消发布: one that waits never starts, one that runs stops at its next step. One that is over stays as it is.
 * What was to be published stays owed: the next release brings it. Throws Refused while something was taken down that
 * only a release removes from the site for good.
 */
export async function cancelRelease(ctx: Context, id: string): Promise<ReleaseRow> {
  if (ctx.actor.role !== "office" && ctx.actor.role !== "admin") throw new Forbidden();
  return await writeTransaction(ctx.db, async (tx) => {
    const row = await findRelease(tx, id);
    if (!row) throw new NotFound("这次发布");
    if (row.state !== "queued" && row.state !== "running") return row;
    if ((await listHiddenPaths(tx)).length > 0) throw Refused.of(refuse("release_hides"));
    const finishedAt = ctx.now().toISOString();
    const over = { state: "failed" as const, finishedAt, code: "cancelled", error: CANCELLED };
    await updateRelease(tx, id, { cancelledBy: ctx.actor.id, ...(row.state === "queued" ? over : {}) });
    const object = `release:${id}`;
    await recordAudit(tx, ctx, { action: "release.cancel", object, beforeHash: null, afterHash: null });
    return (await findRelease(tx, id)) ?? row;
  });
}
