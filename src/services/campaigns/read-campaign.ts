import type { CampaignView } from "#db/reads/campaign-list.ts";
import { hasClasses } from "#db/reads/campaign-progress.ts";
import type { VersionedRules } from "#db/reads/campaign-rules.ts";
import { readVersionedRules } from "#db/reads/campaign-rules.ts";
import { findStageObstacle, toStage } from "#domain/campaign/campaign-stage.ts";
import type { DeadlineLine } from "#domain/campaign/deadline-lines.ts";
import { listDeadlineLines } from "#domain/campaign/deadline-lines.ts";
import type { RuleWarning } from "#domain/campaign/rule-warnings.ts";
import { listRuleWarnings } from "#domain/campaign/rule-warnings.ts";
import type { Context } from "../context.ts";
import { getCampaign } from "./list-campaigns.ts";

/** Rules with what should be looked at, and the law's day beside the campaign's for each day of 交办. */
export type RulesView = VersionedRules & {
  readonly warnings: readonly RuleWarning[];
  readonly deadlines: readonly { readonly assignedOn: string; readonly lines: readonly DeadlineLine[] }[];
};

export type CampaignDetail = {
  readonly campaign: CampaignView;
  readonly rules: RulesView;
  /** Whether the year may still go by another scheme. */
  readonly schemeIsOpen: boolean;
};

/** Throws NotFound. */
export async function readCampaign(ctx: Context, id: string): Promise<CampaignDetail> {
  const campaign = await getCampaign(ctx, id);
  const versioned = await readVersionedRules(ctx.db, id);
  const days = [...new Set(campaign.kinds.map(({ assignedOn }) => assignedOn))].toSorted();
  const deadlines = days.map((assignedOn) => ({ assignedOn, lines: listDeadlineLines(versioned.rules, assignedOn) }));
  const schemeIsOpen = findStageObstacle("plan", toStage(campaign)) === undefined && !(await hasClasses(ctx.db, id));
  return {
    schemeIsOpen,
    campaign,
    rules: { ...versioned, warnings: listRuleWarnings(versioned.rules, days), deadlines },
  };
}
