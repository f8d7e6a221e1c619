import { findLastFinished, findRelease } from "#db/reads/releases.ts";
import type { ReleaseRow } from "#db/reads/releases.ts";
import { writeTransaction } from "#db/transaction.ts";
import { refuse } from "#domain/handling/refusal.ts";
import { recordAudit } from "../audit.ts";
import type { Context } from "../context.ts";
import { Forbidden, NotFound, Refused } from "../errors.ts";
import { requestRelease } from "./request.ts";

/** 确认减少: asks again for a release that was held back because many pages would go; whoever confirms is on record. */
export async function confirmDrop(ctx: Context, id: string): Promise<ReleaseRow> {
  if (ctx.actor.role !== "office" && ctx.actor.role !== "admin") throw new Forbidden();
  return await writeTransaction(ctx.db, async (tx) => {
    const held = await findRelease(tx, id);
    if (!held) throw new NotFound("这次发布");
    if (held.code !== "fewer_pages") throw Refused.of(refuse("wrong_state"));
    // What was seen is no longer what would go.
    if ((await findLastFinished(tx))?.id !== id) throw Refused.of(refuse("drop_outdated"));
    const wish = { full: held.full, confirmedBy: ctx.actor.id };
    const next = await requestRelease(tx, ctx, "release.confirm", wish);
    const object = `release:${id}`;
    await recordAudit(tx, ctx, { action: "release.confirm", object, beforeHash: null, afterHash: null });
    const row = await findRelease(tx, next);
    if (!row) throw new NotFound("这次发布");
    return row;
  });
}
