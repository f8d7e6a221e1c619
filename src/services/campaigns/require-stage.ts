import { findCampaign } from "#db/reads/campaign-progress.ts";
import type { Reader } from "#db/open.ts";
import type { CampaignWork } from "#domain/campaign/campaign-stage.ts";
import { findStageObstacle, toStage } from "#domain/campaign/campaign-stage.ts";
import { Refused } from "../errors.ts";

/** Throws Refused where the year has not begun, is closed or archived and this work is no longer, or not yet, done in it. */
export async function requireStage(reader: Reader, campaignId: string, work: CampaignWork): Promise<void> {
  const campaign = await findCampaign(reader, campaignId);
  const obstacle = campaign && findStageObstacle(work, toStage(campaign));
  if (obstacle) throw Refused.of(obstacle);
}
