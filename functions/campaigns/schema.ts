import { z } from "@hono/zod-openapi";
import type { CampaignView } from "#db/reads/campaign-list.ts";
import { CAMPAIGN_STAGES, STAGE_LABELS, toStage } from "#domain/campaign/campaign-stage.ts";
import { CampaignRules } from "#domain/campaign/campaign-rules.ts";
import { CLOCKS } from "#domain/campaign/clocks.ts";
import type { DeadlineLine, DeadlineSide } from "#domain/campaign/deadline-lines.ts";
import { RULE_WARNINGS } from "#domain/campaign/rule-warnings.ts";
import { CAMPAIGN_STATES } from "#domain/motion/campaign.ts";
import { MOTION_KINDS } from "#domain/motion/kind.ts";
import type { CampaignDetail, RulesView } from "#services/campaigns/read-campaign.ts";

const CampaignKind = z.strictObject({
  kind: z.enum(MOTION_KINDS),
  sittingName: z.string(),
  schemeId: z.string(),
  assignedOn: z.string(),
  followUpDueOn: z.string().nullable(),
  expectedCount: z.int().nullable(),
  filedCount: z.int().nullable(),
});

export const Campaign = z
  .strictObject({
    id: z.string(),
    version: z.int(),
    year: z.int(),
    name: z.string(),
    state: z.enum(CAMPAIGN_STATES),
    stage: z.enum(CAMPAIGN_STAGES).openapi({ description: "所处阶段：筹备、办理、收官、归档" }),
    stageLabel: z.string(),
    namesPublic: z.boolean(),
    kinds: z.array(CampaignKind),
  })
  .openapi("Campaign");

const Side = z.strictObject({ words: z.string(), on: z.string().nullable() }).nullable();
const Line = z.strictObject({
  clock: z.enum(CLOCKS),
  label: z.string(),
  legal: Side.openapi({ description: "法定期限；法律没有规定的为 null" }),
  campaign: Side.openapi({ description: "本年度要求；没有要求的为 null" }),
  note: z.string().nullable(),
});
const Warning = z.strictObject({
  code: z.enum(RULE_WARNINGS),
  path: z.string(),
  message: z.string(),
  legalOn: z.string().nullable(),
});

const rulesShape = {
  rules: CampaignRules,
  warnings: z.array(Warning).openapi({ description: "建立年度时应当核对的事项，如年度期限晚于法定期限" }),
  deadlines: z.array(z.strictObject({ assignedOn: z.string(), lines: z.array(Line) })),
};
export const Rules = z
  .strictObject({ campaignId: z.string(), version: z.int(), ...rulesShape })
  .openapi("CampaignRules");
export const CampaignFile = z
  .strictObject({
    ...Campaign.shape,
    rulesVersion: z.int(),
    schemeIsOpen: z.boolean().openapi({ description: "分类口径是否还能更换：已有答复标明分类的，不能更换" }),
    ...rulesShape,
  })
  .openapi("CampaignDetail");

function toKind(row: CampaignView["kinds"][number]): z.infer<typeof CampaignKind> {
  const { kind, sittingName, schemeId, assignedOn, followUpDueOn, expectedCount, filedCount } = row;
  return { kind, sittingName, schemeId, assignedOn, followUpDueOn, expectedCount, filedCount };
}

export function toCampaign(view: CampaignView): z.infer<typeof Campaign> {
  const { id, version, year, name, state, namesPublic, kinds } = view;
  const stage = toStage(view);
  return {
    id,
    version,
    year,
    name,
    state,
    stage,
    stageLabel: STAGE_LABELS[stage],
    namesPublic,
    kinds: kinds.map(toKind),
  };
}

function toSide(side: DeadlineSide | null): z.infer<typeof Side> {
  return side && { words: side.words, on: side.on };
}

function toLine({ clock, label, legal, campaign, note }: DeadlineLine): z.infer<typeof Line> {
  return { clock, label, legal: toSide(legal), campaign: toSide(campaign), note };
}

function toRulesShape({ rules, warnings, deadlines }: RulesView) {
  return {
    rules,
    warnings: warnings.map(({ code, path, message, legalOn }) => ({ code, path, message, legalOn })),
    deadlines: deadlines.map(({ assignedOn, lines }) => ({ assignedOn, lines: lines.map(toLine) })),
  };
}

export function toRulesAnswer({ campaign, rules }: CampaignDetail): z.infer<typeof Rules> {
  return { campaignId: campaign.id, version: rules.version, ...toRulesShape(rules) };
}

export function toCampaignFile({ campaign, rules, schemeIsOpen }: CampaignDetail): z.infer<typeof CampaignFile> {
  return { ...toCampaign(campaign), rulesVersion: rules.version, schemeIsOpen, ...toRulesShape(rules) };
}
