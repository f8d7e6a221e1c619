import { findRelease } from "#db/reads/releases.ts";
import type { ReleaseRow } from "#db/reads/releases.ts";
import { writeTransaction } from "#db/transaction.ts";
import { recordAudit } from "../audit.ts";
import type { Context } from "../context.ts";
import { Forbidden, NotFound } from "../errors.ts";
import { requestRelease } from "./request.ts";

/** 重新发布 by hand: queues a release, or joins the one that waits. */
export async function askForRelease(ctx: Context): Promise<ReleaseRow> {
  if (ctx.actor.role !== "office" && ctx.actor.role !== "admin") throw new Forbidden();
  return await writeTransaction(ctx.db, async (tx) => {
    const id = await requestRelease(tx, ctx, "release.request");
    await recordAudit(tx, ctx, {
      action: "release.request",
      object: `release:${id}`,
      beforeHash: null,
      afterHash: null,
    });
    const row = await findRelease(tx, id);
    if (!row) throw new NotFound("这次发布");
    return row;
  });
}
