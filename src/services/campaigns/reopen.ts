import { z } from "zod";
import type { Context } from "../context.ts";
import { Reason } from "../motions/reason.ts";
import type { CampaignRef } from "./change-campaign.ts";
import { changeCampaign } from "./change-campaign.ts";

export const ReopenInput = z.strictObject({ reason: Reason });
export type ReopenInput = z.infer<typeof ReopenInput>;

/** 重新启动 of a year that was closed too soon; what is archived stays so. */
export async function reopenCampaign(ctx: Context, ref: CampaignRef, { reason }: ReopenInput): Promise<void> {
  await changeCampaign(ctx, "reopen", ref, async () => ({ reason, facts: null }));
}
