import { findCampaign } from "#db/reads/campaign-progress.ts";
import { writeTransaction } from "#db/transaction.ts";
import { setNamesPublic } from "#db/writes/campaigns.ts";
import { recordAudit } from "../audit.ts";
import type { Context } from "../context.ts";
import { Forbidden, NotFound, Stale } from "../errors.ts";
import { hashOf } from "../hash.ts";
import { requestRelease } from "../releases/request.ts";
import { takeDown } from "../releases/take-down.ts";

/**
 * 代表姓名是否公开, for a year that is already there. Where names cease to be public everything that shows the year is gone at
 * once, until the release without them; asked again, it stays as it is. `version`: the one that the caller saw (If-Match). Throws NotFound, Forbidden, Stale.
 */
export async function setNames(ctx: Context, id: string, namesPublic: boolean, version?: number): Promise<void> {
  if (ctx.actor.role !== "admin" && ctx.actor.role !== "office") throw new Forbidden();
  await writeTransaction(ctx.db, async (tx) => {
    const campaign = await findCampaign(tx, id);
    if (!campaign) throw new NotFound("这个年度");
    if (version !== undefined && campaign.version !== version) throw new Stale();
    if (campaign.namesPublic === namesPublic) return;
    await setNamesPublic(tx, id, namesPublic);
    const action = namesPublic ? "campaign.show_names" : "campaign.hide_names";
    const hashes = { beforeHash: hashOf(campaign), afterHash: hashOf({ ...campaign, namesPublic }) };
    await recordAudit(tx, ctx, { action, object: `campaign:${id}`, ...hashes });
    if (namesPublic) await requestRelease(tx, ctx, action);
    else await takeDown(tx, ctx, { cause: action, path: `/${campaign.year}/`, reason: "names" });
  });
}
