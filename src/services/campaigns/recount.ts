import { z } from "zod";
import { findCampaignKind } from "#db/reads/campaigns.ts";
import { setCounts } from "#db/writes/campaigns.ts";
import type { CountChange } from "#domain/campaign/campaign-stage.ts";
import { findStageObstacle, toStage } from "#domain/campaign/campaign-stage.ts";
import { MOTION_KINDS } from "#domain/motion/kind.ts";
import type { Context } from "../context.ts";
import { Invalid, Refused } from "../errors.ts";
import { Reason } from "../motions/reason.ts";
import type { CampaignRef } from "./change-campaign.ts";
import { changeCampaign } from "./change-campaign.ts";

const count = z.int().min(0).max(99_999).nullable();

export const RecountInput = z.strictObject({
  counts: z
    .array(z.strictObject({ kind: z.enum(MOTION_KINDS), expectedCount: count, filedCount: count }))
    .min(1, "请至少填写一类")
    .refine((items) => new Set(items.map(({ kind }) => kind)).size === items.length, "每类只能写一次"),
  reason: Reason,
});
export type RecountInput = z.infer<typeof RecountInput>;

/** 调整应办件数: another number than the notice stated (件 added between sessions, taken back …), with the reason. Throws Invalid. */
export async function recountCampaign(ctx: Context, ref: CampaignRef, input: RecountInput): Promise<void> {
  await changeCampaign(ctx, "recount", ref, async (tx, campaign) => {
    const obstacle = findStageObstacle("plan", toStage(campaign));
    if (obstacle) throw Refused.of(obstacle);
    const counts: CountChange[] = [];
    for (const [index, { kind, ...after }] of input.counts.entries()) {
      const found = await findCampaignKind(tx, ref.id, kind);
      if (!found) {
        const message = "本年度没有办理这一类，请核对";
        throw new Invalid(message, [{ path: `counts.${index}.kind`, message }]);
      }
      const { expectedCount, filedCount } = found.kind;
      const change = { kind, before: { expectedCount, filedCount }, after };
      await setCounts(tx, ref.id, change);
      counts.push(change);
    }
    return { reason: input.reason, counts, facts: counts };
  });
}
