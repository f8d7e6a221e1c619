import type { CampaignView } from "#db/reads/campaign-list.ts";
import { listCampaignViews } from "#db/reads/campaign-list.ts";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import type { Page } from "../page.ts";
import { toWholePage } from "../page.ts";
import { getUnitScope } from "../scope.ts";

export async function listCampaigns(ctx: Context): Promise<Page<CampaignView>> {
  getUnitScope(ctx.actor);
  return toWholePage(await listCampaignViews(ctx.db));
}

/** Throws NotFound. */
export async function getCampaign(ctx: Context, id: string): Promise<CampaignView> {
  getUnitScope(ctx.actor);
  const found = (await listCampaignViews(ctx.db)).find((campaign) => campaign.id === id);
  if (!found) throw new NotFound("这个年度");
  return found;
}
