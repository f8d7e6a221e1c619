import { z } from "zod";
import type { CampaignView } from "#db/reads/campaign-list.ts";
import { listCampaignViews } from "#db/reads/campaign-list.ts";
import { hasClasses } from "#db/reads/campaign-progress.ts";
import { readRules } from "#db/reads/campaign-rules.ts";
import { listSchemes } from "#db/reads/schemes.ts";
import type { Transaction } from "#db/open.ts";
import { writeTransaction } from "#db/transaction.ts";
import { replaceRules } from "#db/writes/campaign-rules.ts";
import { deleteUnusedSchemes, putPresets, setScheme as writeScheme } from "#db/writes/campaigns.ts";
import { listFollowUpClasses } from "#domain/campaign/check-rules.ts";
import { refuse } from "#domain/handling/refusal.ts";
import { MOTION_KINDS } from "#domain/motion/kind.ts";
import { OwnScheme, findSame, isOwnId, toOwnId, toScheme } from "#domain/scheme/own-scheme.ts";
import { SCHEME_PRESETS, findPreset } from "#domain/scheme/presets.ts";
import type { Scheme } from "#domain/scheme/scheme.ts";
import { recordAudit } from "../audit.ts";
import type { Context } from "../context.ts";
import { Forbidden, Invalid, NotFound, Refused, Stale } from "../errors.ts";
import { hashOf } from "../hash.ts";
import { requestRelease } from "../releases/request.ts";
import type { CampaignRef } from "./change-campaign.ts";
import { requireStage } from "./require-stage.ts";

export const SchemeChoice = z
  .strictObject({
    /** The kinds of the year that go by it. */
    kinds: z
      .array(z.enum(MOTION_KINDS))
      .min(1, "请至少选择一类：建议或者提案")
      .refine((kinds) => new Set(kinds).size === kinds.length, "每类只能写一次"),
    schemeId: z.string().max(60).optional(),
    own: OwnScheme.optional(),
  })
  .refine(
    ({ schemeId, own }) => (schemeId === undefined) !== (own === undefined),
    "请选用已有的口径，或者另写一种，二者择一",
  );
export type SchemeChoice = z.input<typeof SchemeChoice>;

function invalid(path: string, message: string): Invalid {
  return new Invalid(message, [{ path, message }]);
}

/** The scheme meant: one that is there, or a new one under the digest of its words. Throws Invalid. */
function chooseScheme({ schemeId, own }: SchemeChoice, known: readonly Scheme[], standing: readonly Scheme[]): Scheme {
  if (!own) {
    const found = known.find(({ id }) => id === schemeId);
    if (found) return found;
    throw invalid("schemeId", `没有名为“${schemeId}”的分类口径，可选：${known.map(({ id }) => id).join("、")}`);
  }
  const scheme = toScheme(toOwnId(hashOf(own)), own);
  const same = findSame(scheme, standing);
  if (same) throw invalid("own.classes", `与已有口径“${same.name}”的各类完全相同，请直接选用，历年统计才能相互比较`);
  // Figures name their classes by the scheme (“按……口径分类”).
  if (standing.some((one) => one.id !== scheme.id && one.name === scheme.name))
    throw invalid("own.name", `已有名为“${scheme.name}”的口径，请另取名称，如写上地名和年份`);
  return scheme;
}

const schemesOf = (kinds: CampaignView["kinds"]) => kinds.map(({ schemeId }) => schemeId);

/** Presets, and what the office wrote; `standing`: those by which something else goes than these kinds of the year. */
async function readKnown(tx: Transaction, views: readonly CampaignView[], id: string, kinds: SchemeChoice["kinds"]) {
  const own = (await listSchemes(tx)).filter((one) => findPreset(one.id) === undefined);
  const others = views.flatMap((one) => schemesOf(one.id === id ? leftOf(one, kinds) : one.kinds));
  return {
    known: [...SCHEME_PRESETS, ...own],
    standing: [...SCHEME_PRESETS, ...own.filter((one) => others.includes(one.id))],
  };
}

const leftOf = (campaign: CampaignView, kinds: SchemeChoice["kinds"]) =>
  campaign.kinds.filter(({ kind }) => !kinds.includes(kind));

/** The rules with the classes that the schemes of the year follow up. */
async function followUp(tx: Transaction, id: string, schemes: readonly Scheme[]) {
  const before = await readRules(tx, id);
  const rules = { ...before, followUp: { ...before.followUp, classes: listFollowUpClasses(schemes) } };
  if (hashOf(rules) !== hashOf(before)) await replaceRules(tx, id, rules);
  return { before, rules };
}

async function requireOpenYear(tx: Transaction, campaign: CampaignView, kinds: SchemeChoice["kinds"]): Promise<void> {
  await requireStage(tx, campaign.id, "plan");
  if (await hasClasses(tx, campaign.id)) throw Refused.of(refuse("scheme_in_use"));
  const missing = kinds.findIndex((kind) => !campaign.kinds.some((one) => one.kind === kind));
  if (missing >= 0) throw invalid(`kinds.${missing}`, "本年度没有办理这一类，请核对");
}

/**
 * 分类口径 of a year, chosen or written, as long as no letter of it names a class. A scheme in use keeps its words: another
 * wording is another id, at which the series of years break. Which classes are followed up comes from the scheme, so the
 * year's rules follow. Throws NotFound, Stale, Refused, Invalid.
 */
export async function setScheme(ctx: Context, { id, version }: CampaignRef, raw: SchemeChoice): Promise<void> {
  if (ctx.actor.role !== "admin" && ctx.actor.role !== "office") throw new Forbidden();
  const input = SchemeChoice.parse(raw);
  await writeTransaction(ctx.db, async (tx) => {
    const views = await listCampaignViews(tx);
    const campaign = views.find((item) => item.id === id);
    if (!campaign) throw new NotFound("这个年度");
    if (campaign.version !== version) throw new Stale();
    await requireOpenYear(tx, campaign, input.kinds);
    const { known, standing } = await readKnown(tx, views, id, input.kinds);
    const scheme = chooseScheme(input, known, standing);
    await putPresets(tx, [...SCHEME_PRESETS, scheme]);
    await writeScheme(tx, id, { kinds: input.kinds, schemeId: scheme.id });
    await deleteUnusedSchemes(tx, schemesOf(campaign.kinds).filter(isOwnId));
    const rest = schemesOf(leftOf(campaign, input.kinds));
    const { before, rules } = await followUp(tx, id, [scheme, ...known.filter((one) => rest.includes(one.id))]);
    await recordAudit(tx, ctx, {
      action: "campaign.set_scheme",
      object: `campaign:${id}`,
      beforeHash: hashOf({ kinds: campaign.kinds, rules: before }),
      afterHash: hashOf({ kinds: input.kinds, scheme, rules }),
    });
    await requestRelease(tx, ctx, "campaign.set_scheme");
  });
}
