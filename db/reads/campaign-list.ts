import { asc, desc, eq } from "drizzle-orm";
import type { Reader } from "../open.ts";
import { campaignKinds, campaigns, sittings } from "../schema/campaigns.ts";

export type CampaignKindView = Awaited<ReturnType<typeof listKinds>>[number];

async function listKinds(reader: Reader) {
  return await reader
    .select({
      campaignId: campaignKinds.campaignId,
      kind: campaignKinds.kind,
      sittingName: sittings.name,
      schemeId: campaignKinds.schemeId,
      assignedOn: campaignKinds.assignedOn,
      followUpDueOn: campaignKinds.followUpDueOn,
      expectedCount: campaignKinds.expectedCount,
      filedCount: campaignKinds.filedCount,
    })
    .from(campaignKinds)
    .innerJoin(sittings, eq(sittings.id, campaignKinds.sittingId))
    .orderBy(desc(campaignKinds.kind), asc(campaignKinds.campaignId));
}

export type CampaignView = typeof campaigns.$inferSelect & { readonly kinds: readonly CampaignKindView[] };

/** Every year's work with what differs between its kinds, newest first. */
export async function listCampaignViews(reader: Reader): Promise<CampaignView[]> {
  const kinds = Map.groupBy(await listKinds(reader), (row) => row.campaignId);
  const rows = await reader.select().from(campaigns).orderBy(desc(campaigns.year));
  return rows.map((row) => ({ ...row, kinds: kinds.get(row.id) ?? [] }));
}
