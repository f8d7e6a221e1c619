import { listSummaryRows } from "#db/reads/summaries.ts";
import type { SummaryRecord } from "#db/reads/summaries.ts";
import type { Hint } from "#domain/summary/build-summary.ts";
import { listHints } from "#domain/summary/build-summary.ts";
import { getOutline } from "#domain/summary/outlines.ts";
import type { Context } from "../context.ts";
import { getUnitScope } from "../scope.ts";
import { getSummary } from "./load-summary.ts";
import { readSummaryFacts } from "./summary-facts.ts";

export type SummaryFile = SummaryRecord & { readonly hints: readonly Hint[] };

/** A 总结 with what belongs into its empty paragraphs. Throws NotFound for whoever may not know of it. */
export async function readSummary(ctx: Context, slug: string): Promise<SummaryFile> {
  const record = await getSummary(ctx.db, ctx.actor, slug);
  const { campaignId, unitCode, kind, outline } = record.summary;
  const { words } = await readSummaryFacts(ctx, { campaignId, unit: unitCode, kind, site: "" });
  return { ...record, hints: listHints(getOutline(outline), words) };
}

/** The 总结 of a year that this actor may know of. */
export async function listSummaries(ctx: Context, campaign: string): Promise<SummaryRecord[]> {
  return await listSummaryRows(ctx.db, { campaign, unit: getUnitScope(ctx.actor) });
}
