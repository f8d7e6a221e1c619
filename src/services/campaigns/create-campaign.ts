import { z } from "zod";
import { findSitting } from "#db/reads/campaigns.ts";
import { listSchemes } from "#db/reads/schemes.ts";
import { insertRules } from "#db/writes/campaign-rules.ts";
import { insertCampaign, putPresets, putSitting } from "#db/writes/campaigns.ts";
import type { Transaction } from "#db/open.ts";
import { writeTransaction } from "#db/transaction.ts";
import { RulesOverrides } from "#domain/campaign/rules-input.ts";
import { CAMPAIGN_STATES } from "#domain/motion/campaign.ts";
import { KIND_WORDS, MOTION_KINDS } from "#domain/motion/kind.ts";
import { SCHEME_PRESETS, findPreset } from "#domain/scheme/presets.ts";
import type { Scheme } from "#domain/scheme/scheme.ts";
import { recordAudit } from "../audit.ts";
import type { Context } from "../context.ts";
import { Forbidden, Invalid } from "../errors.ts";
import { hashOf } from "../hash.ts";
import { setUpRules } from "./set-up-rules.ts";

const Sitting = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/, "会议编号只能用小写字母、数字和连字符，不超过 40 个字符"),
  term: z.int().min(1).max(30),
  session: z.int().min(1).max(20),
  name: z.string().min(2).max(80),
  shortName: z.string().min(2).max(40),
});

const CampaignKind = z.strictObject({
  kind: z.enum(MOTION_KINDS),
  sitting: Sitting,
  schemeId: z.string().max(60),
  assignedOn: z.iso.date(),
  followUpDueOn: z.iso.date().nullable().default(null),
  expectedCount: z.int().min(0).max(99_999).nullable().default(null),
  filedCount: z.int().min(0).max(99_999).nullable().default(null),
});
type CampaignKind = z.infer<typeof CampaignKind>;

export const CampaignInput = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/, "年度编号只能用小写字母、数字和连字符"),
  year: z.int().min(1990).max(2100),
  name: z.string().min(2).max(60),
  state: z.enum(CAMPAIGN_STATES).default("open"),
  namesPublic: z.boolean().default(false),
  kinds: z
    .array(CampaignKind)
    .min(1)
    .max(MOTION_KINDS.length)
    .refine((kinds) => new Set(kinds.map(({ kind }) => kind)).size === kinds.length, "建议、提案等每类只能写一次"),
  /** Deadlines and demands of a place (`RULES_PRESETS`); without one the law alone. */
  preset: z.string().max(60).optional(),
  /** What differs from the preset. */
  overrides: RulesOverrides.optional(),
});
export type CampaignInput = z.input<typeof CampaignInput>;

/** Presets, and what earlier years wrote for themselves: the same words keep their id, and the series goes on. */
async function getSchemes(ctx: Context, kinds: readonly CampaignKind[]): Promise<Scheme[]> {
  const stored = await listSchemes(ctx.db);
  const known = [...SCHEME_PRESETS, ...stored.filter(({ id }) => findPreset(id) === undefined)];
  return kinds.map(({ schemeId }, index) => {
    const scheme = known.find(({ id }) => id === schemeId);
    if (scheme) return scheme;
    const message = `没有名为“${schemeId}”的分类口径，可选：${known.map(({ id }) => id).join("、")}`;
    throw new Invalid(message, [{ path: `kinds.${index}.schemeId`, message }]);
  });
}

/** A sitting that is there under this id must be the same one. */
async function bookSitting(tx: Transaction, { kind, sitting }: CampaignKind, index: number): Promise<void> {
  await putSitting(tx, kind, sitting);
  const found = await findSitting(tx, sitting.id);
  const { body } = KIND_WORDS[kind];
  if (found?.body === body && found.term === sitting.term && found.session === sitting.session) return;
  const message = `会议编号“${sitting.id}”或简称“${sitting.shortName}”已用于另一次会议，请核对届次`;
  throw new Invalid(message, [{ path: `kinds.${index}.sitting`, message }]);
}

/** The date that all kinds share; null where they differ or name none. */
function findCommonDate(kinds: readonly CampaignKind[]): string | null {
  const dates = new Set(kinds.map(({ followUpDueOn }) => followUpDueOn));
  return dates.size === 1 ? (kinds[0]?.followUpDueOn ?? null) : null;
}

/** Sets up one year's work: bodies, class scheme, deadlines and demands, the counts that the notice states. */
export async function createCampaign(ctx: Context, raw: CampaignInput): Promise<void> {
  if (ctx.actor.role !== "admin" && ctx.actor.role !== "office") throw new Forbidden();
  const { preset, overrides, ...input } = CampaignInput.parse(raw);
  const schemes = await getSchemes(ctx, input.kinds);
  const followUpOn = findCommonDate(input.kinds);
  const rules = setUpRules({ year: input.year, preset, overrides, schemes, followUpOn });
  const kinds = input.kinds.map((kind) => ({
    ...kind,
    followUpDueOn: kind.followUpDueOn ?? rules.deadlines.followUpOn,
  }));
  await writeTransaction(ctx.db, async (tx) => {
    await putPresets(tx, SCHEME_PRESETS);
    for (const [index, kind] of kinds.entries()) await bookSitting(tx, kind, index);
    const added = await insertCampaign(tx, { ...input, kinds });
    if (!added) throw new Invalid(`${input.year} 年的办理工作已经建立，无需再建`, [], "campaign_exists");
    await insertRules(tx, input.id, rules);
    await recordAudit(tx, ctx, {
      action: "campaign.create",
      object: `campaign:${input.id}`,
      beforeHash: null,
      afterHash: hashOf({ ...input, kinds, rules }),
    });
  });
}
