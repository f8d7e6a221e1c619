import { updateSummaryDay } from "#db/writes/summaries.ts";
import { buildSummary } from "#domain/summary/build-summary.ts";
import { getOutline } from "#domain/summary/outlines.ts";
import type { Refreshed } from "#domain/summary/refresh-figures.ts";
import { refreshFigures } from "#domain/summary/refresh-figures.ts";
import type { Context } from "../context.ts";
import type { SummaryRef } from "./change-summary.ts";
import { changeSummary } from "./change-summary.ts";
import { readSummaryFacts } from "./summary-facts.ts";
import { getSummary } from "./load-summary.ts";

/** Sets the numbers of a 总结 as they stand today; no other word is touched. Says what changed and what could be added. */
export async function refreshSummary(ctx: Context, ref: SummaryRef, site: string): Promise<Omit<Refreshed, "body">> {
  const { summary } = await getSummary(ctx.db, ctx.actor, ref.slug);
  const { campaignId, unitCode, kind, outline } = summary;
  const facts = await readSummaryFacts(ctx, { campaignId, unit: unitCode, kind, site });
  const fresh = buildSummary(getOutline(outline), facts).body;
  return await changeSummary(ctx, ref, async (tx, { document }) => {
    const { body, ...found } = refreshFigures(document.body, facts, fresh);
    await updateSummaryDay(tx, ref.slug, facts.asOf);
    return { words: { title: document.title, body }, value: found };
  });
}
