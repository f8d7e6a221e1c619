import { z } from "zod";
import { countUnanswered } from "#db/reads/campaign-progress.ts";
import { refuse } from "#domain/handling/refusal.ts";
import type { Context } from "../context.ts";
import { Refused } from "../errors.ts";
import type { CampaignRef } from "./change-campaign.ts";
import { changeCampaign } from "./change-campaign.ts";
import { StepInput } from "./start.ts";

export const CloseCampaignInput = z.strictObject({
  ...StepInput.shape,
  /** How many answers the caller knows to be still owed: closing with any takes a reason and the right number. */
  unanswered: z.int().min(0).default(0),
});
export type CloseCampaignInput = z.input<typeof CloseCampaignInput>;

/**
 * 收官: nothing more is handed out. What is owed stays owed (代表法 Art. 51), so a year that closes with answers outstanding
 * says how many and why. Throws Refused with the number that is outstanding.
 */
export async function closeCampaign(
  ctx: Context,
  ref: CampaignRef,
  { reason = "", unanswered = 0 }: CloseCampaignInput,
): Promise<void> {
  await changeCampaign(ctx, "close", ref, async (tx) => {
    const owed = await countUnanswered(tx, ref.id);
    if (owed !== unanswered || (owed > 0 && reason.trim().length < 2)) {
      throw Refused.of(refuse("campaign_unfinished"), [
        { path: "unanswered", message: `目前还有 ${owed} 件次没有答复` },
      ]);
    }
    return { reason, facts: { unanswered: owed } };
  });
}
