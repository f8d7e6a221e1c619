import { putSiteSettings } from "#db/writes/settings.ts";
import { writeTransaction } from "#db/transaction.ts";
import type { SiteSettings } from "#domain/settings/site-settings.ts";
import { recordAudit } from "../audit.ts";
import type { Context } from "../context.ts";
import { Forbidden, Stale } from "../errors.ts";
import { hashOf } from "../hash.ts";
import { requestRelease } from "../releases/request.ts";
import { SITE_OBJECT, findSite } from "./read-site.ts";

/** Name, sponsor, record numbers: what stands on every public page. All of them at once; the next release shows them. */
export async function changeSite(ctx: Context, version: number, settings: SiteSettings): Promise<void> {
  if (ctx.actor.role !== "admin" && ctx.actor.role !== "office") throw new Forbidden();
  await writeTransaction(ctx.db, async (tx) => {
    const before = await findSite(tx);
    if (before.version !== version) throw new Stale();
    await putSiteSettings(tx, settings);
    await recordAudit(tx, ctx, {
      action: "settings.change",
      object: SITE_OBJECT,
      beforeHash: hashOf(before.settings),
      afterHash: hashOf(settings),
    });
    await requestRelease(tx, ctx, "settings.change");
  });
}
