import { eq, sql } from "drizzle-orm";
import type { CampaignRules } from "#domain/campaign/campaign-rules.ts";
import type { Transaction } from "../open.ts";
import { campaignKinds, campaigns } from "../schema/campaigns.ts";
import { campaignRules } from "../schema/handling.ts";

export async function insertRules(tx: Transaction, campaignId: string, rules: CampaignRules): Promise<void> {
  await tx.insert(campaignRules).values({ campaignId, rules });
}

/** A campaign without a row stood at version 1. */
export async function replaceRules(tx: Transaction, campaignId: string, rules: CampaignRules): Promise<void> {
  await tx
    .insert(campaignRules)
    .values({ campaignId, rules, version: 2 })
    .onConflictDoUpdate({
      target: campaignRules.campaignId,
      set: { rules, version: sql`${campaignRules.version} + 1` },
    });
  await tx
    .update(campaigns)
    .set({ version: sql`${campaigns.version} + 1` })
    .where(eq(campaigns.id, campaignId));
}

/** The day that a follow-up opened from now on is due, for every kind of the year. */
export async function setFollowUpDueOn(tx: Transaction, campaignId: string, followUpDueOn: string): Promise<void> {
  await tx.update(campaignKinds).set({ followUpDueOn }).where(eq(campaignKinds.campaignId, campaignId));
}
