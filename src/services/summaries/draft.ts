import { z } from "zod";
import { writeTransaction } from "#db/transaction.ts";
import { findDocument } from "#db/reads/documents.ts";
import { readSettings } from "#db/reads/settings.ts";
import { putDocument } from "#db/writes/documents.ts";
import { insertSummary } from "#db/writes/summaries.ts";
import { MOTION_KINDS } from "#domain/motion/kind.ts";
import { buildSummary } from "#domain/summary/build-summary.ts";
import { OUTLINES } from "#domain/summary/outline.ts";
import { getOutline } from "#domain/summary/outlines.ts";
import { recordAudit } from "../audit.ts";
import type { Context } from "../context.ts";
import { Forbidden, Invalid, Refused } from "../errors.ts";
import { hashOf } from "../hash.ts";
import { readSummaryFacts } from "./summary-facts.ts";

export const SummaryInput = z.strictObject({
  campaign: z.string().min(1).max(40),
  outline: z.enum(OUTLINES),
  /** Of which unit; null: of the whole government. */
  unit: z.string().min(1).max(40).nullable().default(null),
  /** Null: 建议 and 提案 together. */
  kind: z.enum(MOTION_KINDS).nullable().default(null),
});
export type SummaryInput = z.infer<typeof SummaryInput>;

function requireField(path: "unit" | "kind", message: string): never {
  throw new Invalid(message, [{ path, message }]);
}

/** A unit writes its own and no report of the government. */
function getOwnUnit({ actor }: Context, { unit }: SummaryInput, ofCity: boolean): string {
  const { unitCode } = actor;
  if (ofCity || unitCode === null || (unit !== null && unit !== unitCode)) throw new Forbidden();
  return unitCode;
}

/** Whose the 总结 is; null: the whole government's. */
function findOwner(ctx: Context, input: SummaryInput): string | null {
  const { role } = ctx.actor;
  const { unit, kind } = input;
  const ofCity = getOutline(input.outline).of === "city";
  if (role === "unit") return getOwnUnit(ctx, input, ofCity);
  if (role !== "office" && role !== "admin") throw new Forbidden();
  if (ofCity && unit !== null) requireField("unit", "政府办理情况报告不分单位，请不要选择单位");
  if (ofCity && kind === null) requireField("kind", "请选择报告建议还是提案的办理情况");
  if (!ofCity && unit === null) requireField("unit", "请选择写哪个单位的总结");
  return unit;
}

/**
 * Makes the draft of a 总结: counted sentences with their numbers, empty paragraphs for people. A sentence without its
 * facts is left out. `site`: origin and base path for its links. Returns its slug. Throws Refused summary_exists.
 */
export async function draftSummary(ctx: Context, input: SummaryInput, site: string): Promise<string> {
  const unit = findOwner(ctx, input);
  const { campaign: campaignId, outline, kind } = input;
  const facts = await readSummaryFacts(ctx, { campaignId, unit, kind, site });
  const { title, body } = buildSummary(getOutline(outline), facts);
  const slug = [facts.words["year"], "zongjie", outline, unit, kind].filter((part) => part !== null).join("-");
  return await writeTransaction(ctx.db, async (tx) => {
    if (await findDocument(tx, slug)) {
      throw new Refused("summary_exists", "这份总结已经起草过。请打开它继续编辑，或者更新其中的数字。");
    }
    const { sponsor } = await readSettings(tx);
    const contentHash = hashOf([title, body]);
    const issuer = facts.words["unit"] ?? sponsor;
    const row = { slug, kind: "summary" as const, title, issuer, body, attachments: [], contentHash };
    await putDocument(tx, { ...row, editedBy: ctx.actor.id });
    await insertSummary(tx, { slug, campaignId, outline, unitCode: unit, kind, asOf: facts.asOf });
    const event = { action: "document.draft", object: `document:${slug}`, beforeHash: null };
    await recordAudit(tx, ctx, { ...event, afterHash: contentHash });
    return slug;
  });
}
