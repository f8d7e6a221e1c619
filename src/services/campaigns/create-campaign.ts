import { z } from "zod";
import { insertCampaign, putPresets, putSitting } from "#db/writes/campaigns.ts";
import { writeTransaction } from "#db/transaction.ts";
import { MOTION_KINDS } from "#domain/motion/kind.ts";
import { SCHEME_PRESETS } from "#domain/scheme/presets.ts";
import { recordAudit } from "../audit.ts";
import type { Context } from "../context.ts";
import { Forbidden, Invalid } from "../errors.ts";
import { hashOf } from "../hash.ts";

const Sitting = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  term: z.int().min(1).max(30),
  session: z.int().min(1).max(20),
  name: z.string().min(2).max(80),
  shortName: z.string().min(2).max(40),
});

const CampaignKind = z.strictObject({
  kind: z.enum(MOTION_KINDS),
  sitting: Sitting,
  schemeId: z.string(),
  assignedOn: z.iso.date(),
  followUpDueOn: z.iso.date().nullable().default(null),
  expectedCount: z.int().min(0).nullable().default(null),
  filedCount: z.int().min(0).nullable().default(null),
});

export const CampaignInput = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/, "年度编号只能用小写字母、数字和连字符"),
  year: z.int().min(1990).max(2100),
  name: z.string().min(2).max(60),
  state: z.enum(["preparing", "open", "closed"]).default("open"),
  namesPublic: z.boolean().default(false),
  kinds: z.array(CampaignKind).min(1).max(MOTION_KINDS.length),
});
export type CampaignInput = z.input<typeof CampaignInput>;

/** Sets up one year's work: bodies, class scheme, dates, the counts that the notice states. */
export async function createCampaign(ctx: Context, raw: CampaignInput): Promise<void> {
  if (ctx.actor.role !== "admin" && ctx.actor.role !== "office") throw new Forbidden();
  const input = CampaignInput.parse(raw);
  const known = SCHEME_PRESETS.map((preset) => preset.id);
  const unknown = input.kinds.find((item) => !known.includes(item.schemeId));
  if (unknown) throw new Invalid(`没有名为“${unknown.schemeId}”的分类口径，可选：${known.join("、")}`);
  await writeTransaction(ctx.db, async (tx) => {
    await putPresets(tx, SCHEME_PRESETS);
    for (const { kind, sitting } of input.kinds) await putSitting(tx, kind, sitting);
    const added = await insertCampaign(tx, input);
    if (!added) throw new Invalid(`${input.year} 年的办理工作已经建立，无需再建`, [], "campaign_exists");
    await recordAudit(tx, ctx, {
      action: "campaign.create",
      object: `campaign:${input.id}`,
      beforeHash: null,
      afterHash: hashOf(input),
    });
  });
}
