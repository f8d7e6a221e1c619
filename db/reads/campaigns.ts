import { and, desc, eq } from "drizzle-orm";
import type { MotionKind } from "#domain/motion/kind.ts";
import type { Reader } from "../open.ts";
import { campaignKinds, campaigns, sittings } from "../schema/campaigns.ts";

export type CampaignRow = typeof campaigns.$inferSelect;
export type CampaignKindRow = typeof campaignKinds.$inferSelect;

export async function listCampaigns(reader: Reader): Promise<CampaignRow[]> {
  return await reader.select().from(campaigns).orderBy(desc(campaigns.year));
}

export async function findCampaignKind(
  reader: Reader,
  id: string,
  kind: MotionKind,
): Promise<{ campaign: CampaignRow; kind: CampaignKindRow } | undefined> {
  return await reader
    .select({ campaign: campaigns, kind: campaignKinds })
    .from(campaigns)
    .innerJoin(campaignKinds, and(eq(campaignKinds.campaignId, campaigns.id), eq(campaignKinds.kind, kind)))
    .where(eq(campaigns.id, id))
    .get();
}

export async function findSitting(reader: Reader, id: string): Promise<typeof sittings.$inferSelect | undefined> {
  return await reader.select().from(sittings).where(eq(sittings.id, id)).get();
}
