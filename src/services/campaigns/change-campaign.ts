import { findCampaign } from "#db/reads/campaign-progress.ts";
import type { CampaignRow } from "#db/reads/campaigns.ts";
import type { Transaction } from "#db/open.ts";
import { writeTransaction } from "#db/transaction.ts";
import { changeCampaignRow } from "#db/writes/campaigns.ts";
import type { CampaignEventKind, CampaignStage, CountChange } from "#domain/campaign/campaign-stage.ts";
import { findNextStage, toStage } from "#domain/campaign/campaign-stage.ts";
import { refuse } from "#domain/handling/refusal.ts";
import { recordAudit } from "../audit.ts";
import type { Context } from "../context.ts";
import { Forbidden, NotFound, Refused, Stale } from "../errors.ts";
import { hashOf } from "../hash.ts";
import { requestRelease } from "../releases/request.ts";

/** Names the year and the version that the caller saw (If-Match). */
export type CampaignRef = { readonly id: string; readonly version: number };

type Outcome = { readonly reason: string; readonly counts?: CountChange[]; readonly facts: unknown };

const ROWS: Readonly<Record<CampaignStage, (at: string) => Pick<CampaignRow, "state" | "archivedAt">>> = {
  preparing: () => ({ state: "preparing", archivedAt: null }),
  open: () => ({ state: "open", archivedAt: null }),
  closed: () => ({ state: "closed", archivedAt: null }),
  archived: (at) => ({ state: "closed", archivedAt: at }),
};

function toPatch(kind: CampaignEventKind, stage: CampaignStage, at: string) {
  if (kind === "recount") return {};
  const next = findNextStage(kind, stage);
  if (!next) throw Refused.of(refuse("campaign_step_wrong"));
  return ROWS[next](at);
}

/** The one way a year moves on: role, version, step, work, history, version + 1, audit row. */
export async function changeCampaign(
  ctx: Context,
  kind: CampaignEventKind,
  ref: CampaignRef,
  work: (tx: Transaction, campaign: CampaignRow) => Promise<Outcome>,
): Promise<void> {
  if (ctx.actor.role !== "admin" && ctx.actor.role !== "office") throw new Forbidden();
  await writeTransaction(ctx.db, async (tx) => {
    const campaign = await findCampaign(tx, ref.id);
    if (!campaign) throw new NotFound("这个年度");
    if (campaign.version !== ref.version) throw new Stale();
    const actedAt = ctx.now().toISOString();
    const patch = toPatch(kind, toStage(campaign), actedAt);
    const { reason, counts, facts } = await work(tx, campaign);
    await changeCampaignRow(tx, ref.id, patch, { kind, reason, counts, actedBy: ctx.actor.id, actedAt });
    await recordAudit(tx, ctx, {
      action: `campaign.${kind}`,
      object: `campaign:${ref.id}`,
      beforeHash: hashOf(campaign),
      afterHash: hashOf({ ...campaign, ...patch, reason, facts }),
    });
    await requestRelease(tx, ctx, `campaign.${kind}`);
  });
}
