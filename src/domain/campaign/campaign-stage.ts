import type { Refusal } from "../handling/refusal.ts";
import { refuse } from "../handling/refusal.ts";
import type { CAMPAIGN_STATES } from "../motion/campaign.ts";
import type { MotionKind } from "../motion/kind.ts";

/** 开始, 收官, 重新启动, 归档, and 清点: another number of matters than the notice stated. */
export const CAMPAIGN_EVENT_KINDS = ["start", "close", "reopen", "archive", "recount"] as const;
export type CampaignEventKind = (typeof CAMPAIGN_EVENT_KINDS)[number];

export const CAMPAIGN_EVENT_LABELS: Readonly<Record<CampaignEventKind, string>> = {
  start: "开始",
  close: "收官",
  reopen: "重新启动",
  archive: "归档",
  recount: "调整应办件数",
};

type Counts = { readonly expectedCount: number | null; readonly filedCount: number | null };
/** What a recount replaced, and by what. */
export type CountChange = { readonly kind: MotionKind; readonly before: Counts; readonly after: Counts };

export const CAMPAIGN_STAGES = ["preparing", "open", "closed", "archived"] as const;
export type CampaignStage = (typeof CAMPAIGN_STAGES)[number];

export const STAGE_LABELS: Readonly<Record<CampaignStage, string>> = {
  preparing: "筹备中",
  open: "办理中",
  closed: "已收官",
  archived: "已归档",
};

/** An archived year is a closed one that was handed over. */
export function toStage(campaign: {
  readonly state: (typeof CAMPAIGN_STATES)[number];
  readonly archivedAt: string | null;
}): CampaignStage {
  return campaign.archivedAt === null ? campaign.state : "archived";
}

/** The step from one stage to the next; `recount` moves none. */
const STEPS: Readonly<Record<Exclude<CampaignEventKind, "recount">, readonly [CampaignStage, CampaignStage]>> = {
  start: ["preparing", "open"],
  close: ["open", "closed"],
  reopen: ["closed", "open"],
  archive: ["closed", "archived"],
};

export function findNextStage(kind: keyof typeof STEPS, stage: CampaignStage): CampaignStage | undefined {
  const [from, to] = STEPS[kind];
  return stage === from ? to : undefined;
}

/**
 * What a year's work consists of. `plan`: rules, counts, tables, 登记, 预交办. `deal`: 交办 and whatever moves a matter from hand
 * to hand. `handle`: what is done for an answer that is still owed. Follow-ups, promises, corrections and withdrawals go on
 * in every stage and ask nobody.
 */
export const CAMPAIGN_WORKS = ["plan", "deal", "handle"] as const;
export type CampaignWork = (typeof CAMPAIGN_WORKS)[number];

const ALLOWED: Readonly<Record<CampaignWork, readonly CampaignStage[]>> = {
  plan: ["preparing", "open"],
  deal: ["open"],
  // An answer that is owed stays owed after 收官 (代表法 Art. 51).
  handle: ["preparing", "open", "closed"],
};

/** Why this work may not be done in this stage; undefined: go ahead. */
export function findStageObstacle(work: CampaignWork, stage: CampaignStage): Refusal | undefined {
  if (ALLOWED[work].includes(stage)) return undefined;
  if (stage === "preparing") return refuse("campaign_not_open");
  return refuse(stage === "archived" ? "campaign_archived" : "campaign_closed");
}
