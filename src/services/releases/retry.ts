import { findLastFinished } from "#db/reads/releases.ts";
import { writeTransaction } from "#db/transaction.ts";
import { recordAudit } from "../audit.ts";
import type { Context } from "../context.ts";
import { requestRelease } from "./request.ts";

/** Until somebody mends or decides something it would end the same way: leak, fewer_pages, forgotten, not_publishable, signing_key, not_linked, cancelled. */
const PASSING = new Set(["fault", "disk_full", "read_only", "lease_lost", "not_deployed"]);

/**
 * Asks again for the last release where what stopped it may have passed, with all that was asked of it. After a fault that
 * nobody can name everything is made anew: a damaged file of the release before is not built upon twice.
 * Returns whether a release is wanted again.
 */
export async function retryRelease(ctx: Context): Promise<boolean> {
  return await writeTransaction(ctx.db, async (tx) => {
    const last = await findLastFinished(tx);
    if (last?.state !== "failed" || !PASSING.has(last.code ?? "")) return false;
    const { full, confirmedBy } = last;
    const id = await requestRelease(tx, ctx, "release.retry", { full: full || last.code === "fault", confirmedBy });
    const object = `release:${id}`;
    await recordAudit(tx, ctx, { action: "release.retry", object, beforeHash: null, afterHash: null });
    return true;
  });
}
