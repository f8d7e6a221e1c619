import { eq, sql } from "drizzle-orm";
import type { CampaignRules } from "#domain/campaign/campaign-rules.ts";
import { DEFAULT_RULES } from "#domain/campaign/campaign-rules.ts";
import type { Reader } from "../open.ts";
import { prepareOnce } from "../prepare-once.ts";
import { campaignRules } from "../schema/handling.ts";

export type VersionedRules = { readonly rules: CampaignRules; readonly version: number };

const rowOf = (reader: Reader) =>
  reader
    .select()
    .from(campaignRules)
    .where(eq(campaignRules.campaignId, sql.placeholder("campaignId")))
    .prepare();

/** A campaign without a row goes by the law alone, at version 1. */
export async function readVersionedRules(reader: Reader, campaignId: string): Promise<VersionedRules> {
  const row = await prepareOnce(reader, rowOf).get({ campaignId });
  return row ? { rules: row.rules, version: row.version } : { rules: DEFAULT_RULES, version: 1 };
}

/** What this year's work asks for; the law's rules where it says nothing of its own. */
export async function readRules(reader: Reader, campaignId: string): Promise<CampaignRules> {
  return (await readVersionedRules(reader, campaignId)).rules;
}

/** The rules of every year that has its own, by campaign. */
export async function listRules(reader: Reader): Promise<ReadonlyMap<string, CampaignRules>> {
  const rows = await reader.select({ id: campaignRules.campaignId, rules: campaignRules.rules }).from(campaignRules);
  return new Map(rows.map((row) => [row.id, row.rules]));
}
