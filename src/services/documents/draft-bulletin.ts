import { z } from "zod";
import { findCampaign } from "#db/reads/campaign-progress.ts";
import { readSettings } from "#db/reads/settings.ts";
import { writeTransaction } from "#db/transaction.ts";
import { putDocument } from "#db/writes/documents.ts";
import { writeBulletin } from "#domain/supervision/bulletin.ts";
import { requireUnits } from "../assignments/require-units.ts";
import { recordAudit } from "../audit.ts";
import { shanghaiDate } from "../clock.ts";
import type { Context } from "../context.ts";
import { Forbidden, Invalid, NotFound } from "../errors.ts";
import { hashOf } from "../hash.ts";
import { listBulletinFacts } from "../supervision/bulletin-facts.ts";
import { scanWords } from "./scan-words.ts";
import { takeSlug } from "./take-slug.ts";

export const BulletinInput = z.strictObject({
  campaign: z.string().min(1, "请选择年度").max(40),
  /** Left out: every unit that has a part in the year. */
  unit: z.string().min(1).max(40).optional(),
});
export type BulletinInput = z.infer<typeof BulletinInput>;

/** 通报: its text from what is stored, as a draft that the office edits and another person makes public. Returns its slug. */
export async function draftBulletin(ctx: Context, { campaign: id, unit }: BulletinInput): Promise<string> {
  if (ctx.actor.role !== "office") throw new Forbidden();
  return await writeTransaction(ctx.db, async (tx) => {
    const campaign = await findCampaign(tx, id);
    if (!campaign) throw new NotFound("这个年度");
    if (unit !== undefined) await requireUnits(tx, [unit], "unit");
    const asOf = shanghaiDate(ctx.now());
    const facts = await listBulletinFacts(tx, id, { unit, today: asOf });
    if (facts.length === 0) {
      const message = "本年度没有交给该单位（各单位）办理的件次，没有可以通报的内容";
      throw new Invalid(message, [{ path: "unit", message }]);
    }
    const { title, body } = writeBulletin({ year: campaign.year, asOf }, facts);
    const slug = await takeSlug(tx, [campaign.year, "tongbao", unit ?? "all", asOf.replaceAll("-", "")]);
    const { sponsor } = await readSettings(tx);
    const words = { title, body, issuer: sponsor, writtenOn: asOf, attachments: [] };
    const contentHash = hashOf(words);
    const findings = await scanWords(tx, words);
    const row = { ...words, slug, kind: "bulletin" as const, contentHash, findings, editedBy: ctx.actor.id };
    await putDocument(tx, { ...row, state: "draft" });
    const event = { action: "document.draft", object: `document:${slug}`, beforeHash: null };
    await recordAudit(tx, ctx, { ...event, afterHash: contentHash });
    return slug;
  });
}
