import { findRelease } from "#db/reads/releases.ts";
import type { ReleaseRow } from "#db/reads/releases.ts";
import { writeTransaction } from "#db/transaction.ts";
import { recordAudit } from "../audit.ts";
import type { Context } from "../context.ts";
import { Forbidden, NotFound } from "../errors.ts";
import type { ReleaseWish } from "./request.ts";
import { requestRelease } from "./request.ts";

/**
 * Queues a release, or joins the one that waits: 重新发布 by hand, a first start, another try. `cause` is the audit
 * action; the wish may ask for everything anew, or for a later time.
 */
export async function askForRelease(
  ctx: Context,
  cause = "release.request",
  wish: ReleaseWish = {},
): Promise<ReleaseRow> {
  if (ctx.actor.role !== "office" && ctx.actor.role !== "admin") throw new Forbidden();
  return await writeTransaction(ctx.db, async (tx) => {
    const id = await requestRelease(tx, ctx, cause, wish);
    await recordAudit(tx, ctx, {
      action: cause,
      object: `release:${id}`,
      beforeHash: null,
      afterHash: null,
    });
    const row = await findRelease(tx, id);
    if (!row) throw new NotFound("这次发布");
    return row;
  });
}
