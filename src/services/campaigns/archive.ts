import { countOpenFeedback, countUnanswered } from "#db/reads/campaign-progress.ts";
import { refuse } from "#domain/handling/refusal.ts";
import type { Context } from "../context.ts";
import { Refused } from "../errors.ts";
import type { CampaignRef } from "./change-campaign.ts";
import { changeCampaign } from "./change-campaign.ts";
import type { StepInput } from "./start.ts";

/** 归档: every answer is out and every form back. Follow-ups, promises, corrections and withdrawals go on all the same. */
export async function archiveCampaign(ctx: Context, ref: CampaignRef, { reason = "" }: StepInput): Promise<void> {
  await changeCampaign(ctx, "archive", ref, async (tx) => {
    const [owed, forms] = [await countUnanswered(tx, ref.id), await countOpenFeedback(tx, ref.id)];
    if (owed + forms > 0) {
      const fields = [
        ...(owed > 0 ? [{ path: "unanswered", message: `还有 ${owed} 件次没有答复` }] : []),
        ...(forms > 0 ? [{ path: "feedback", message: `还有 ${forms} 份反馈表没有收回` }] : []),
      ];
      throw Refused.of(refuse("campaign_not_settled"), fields);
    }
    return { reason, facts: null };
  });
}
