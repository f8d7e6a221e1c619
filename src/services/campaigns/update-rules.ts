import { readVersionedRules } from "#db/reads/campaign-rules.ts";
import { listCampaignViews } from "#db/reads/campaign-list.ts";
import { listSchemes } from "#db/reads/schemes.ts";
import { replaceRules, setFollowUpDueOn } from "#db/writes/campaign-rules.ts";
import { writeTransaction } from "#db/transaction.ts";
import type { CampaignRules } from "#domain/campaign/campaign-rules.ts";
import { recordAudit } from "../audit.ts";
import type { Context } from "../context.ts";
import { Forbidden, NotFound, Stale } from "../errors.ts";
import { hashOf } from "../hash.ts";
import { requireStage } from "./require-stage.ts";
import { requireSoundRules } from "./set-up-rules.ts";

/**
 * Changes what a year asks for. What was due already stays due on its day: dates of assignments are facts that an
 * extension changes, not a rule. `version` is that of the rules. Throws NotFound, Stale, Invalid.
 */
export async function updateRules(
  ctx: Context,
  { id, version }: { readonly id: string; readonly version: number },
  rules: CampaignRules,
): Promise<void> {
  if (ctx.actor.role !== "admin" && ctx.actor.role !== "office") throw new Forbidden();
  await writeTransaction(ctx.db, async (tx) => {
    const campaign = (await listCampaignViews(tx)).find((item) => item.id === id);
    if (!campaign) throw new NotFound("这个年度");
    const before = await readVersionedRules(tx, id);
    if (before.version !== version) throw new Stale();
    await requireStage(tx, id, "plan");
    const used = new Set(campaign.kinds.map(({ schemeId }) => schemeId));
    requireSoundRules(
      rules,
      (await listSchemes(tx)).filter((scheme) => used.has(scheme.id)),
    );
    await replaceRules(tx, id, rules);
    const { followUpOn } = rules.deadlines;
    if (followUpOn !== null && followUpOn !== before.rules.deadlines.followUpOn) {
      await setFollowUpDueOn(tx, id, followUpOn);
    }
    await recordAudit(tx, ctx, {
      action: "campaign.update_rules",
      object: `campaign:${id}`,
      beforeHash: hashOf(before.rules),
      afterHash: hashOf(rules),
    });
  });
}
