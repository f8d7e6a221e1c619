import { and, asc, eq, inArray } from "drizzle-orm";
import type { Reader } from "../open.ts";
import { documents, summaries } from "../schema/documents.ts";
import { motions, topics } from "../schema/motions.ts";
import type { DocumentRow } from "./documents.ts";

export type SummaryRow = typeof summaries.$inferSelect;
export type SummaryRecord = { readonly summary: SummaryRow; readonly document: DocumentRow };

const select = (reader: Reader) =>
  reader
    .select({ summary: summaries, document: documents })
    .from(summaries)
    .innerJoin(documents, eq(documents.slug, summaries.slug));

export async function findSummary(reader: Reader, slug: string): Promise<SummaryRecord | undefined> {
  return await select(reader).where(eq(summaries.slug, slug)).get();
}

/** The 总结 of one year; `unit`: of one unit alone. */
export async function listSummaryRows(
  reader: Reader,
  { campaign, unit }: { readonly campaign: string; readonly unit: string | undefined },
): Promise<SummaryRecord[]> {
  return await select(reader)
    .where(and(eq(summaries.campaignId, campaign), unit === undefined ? undefined : eq(summaries.unitCode, unit)))
    .orderBy(asc(summaries.slug));
}

/** What these motions are about, in the order of the topics, each once. */
export async function listTopicNames(reader: Reader, motionIds: readonly string[]): Promise<string[]> {
  const rows = await reader
    .selectDistinct({ name: topics.name, slug: topics.slug })
    .from(topics)
    .innerJoin(motions, eq(motions.topicSlug, topics.slug))
    .where(inArray(motions.id, [...motionIds]))
    .orderBy(asc(topics.slug));
  return rows.map(({ name }) => name);
}
