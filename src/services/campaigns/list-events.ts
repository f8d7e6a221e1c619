import { readActorNames } from "#db/reads/accounts.ts";
import type { CampaignEventRow } from "#db/reads/campaign-progress.ts";
import { findCampaign, listCampaignEvents } from "#db/reads/campaign-progress.ts";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import { requireOverseer } from "../scope.ts";

export type CampaignHistory = {
  readonly events: readonly CampaignEventRow[];
  readonly names: ReadonlyMap<string, string>;
};

/** 开始, 收官, 归档 and changed counts of one year with their reasons: for those who see the whole city. Throws NotFound. */
export async function listEvents(ctx: Context, id: string): Promise<CampaignHistory> {
  requireOverseer(ctx.actor);
  if (!(await findCampaign(ctx.db, id))) throw new NotFound("这个年度");
  return { events: await listCampaignEvents(ctx.db, id), names: await readActorNames(ctx.db) };
}
