import { z } from "zod";
import type { Context } from "../context.ts";
import type { CampaignRef } from "./change-campaign.ts";
import { changeCampaign } from "./change-campaign.ts";

export const StepInput = z.strictObject({
  reason: z.string().trim().max(500, "说明请控制在 500 字以内").default(""),
});
export type StepInput = z.input<typeof StepInput>;

/** 开始: from now on matters are handed out. */
export async function startCampaign(ctx: Context, ref: CampaignRef, { reason = "" }: StepInput): Promise<void> {
  await changeCampaign(ctx, "start", ref, async () => ({ reason, facts: null }));
}
