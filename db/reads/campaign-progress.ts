import { and, asc, eq, inArray, isNotNull, isNull, ne, notInArray } from "drizzle-orm";
import type { Reader } from "../open.ts";
import { feedbackRounds } from "../schema/aftercare.ts";
import { campaigns } from "../schema/campaigns.ts";
import { campaignEvents } from "../schema/decisions.ts";
import { ledgerResults } from "../schema/imports.ts";
import { assignments } from "../schema/motions.ts";
import { editions } from "../schema/replies.ts";
import type { CampaignRow } from "./campaigns.ts";

export async function findCampaign(reader: Reader, id: string): Promise<CampaignRow | undefined> {
  return await reader.select().from(campaigns).where(eq(campaigns.id, id)).get();
}

export type CampaignEventRow = typeof campaignEvents.$inferSelect;

/** The course of a year, first to last. */
export async function listCampaignEvents(reader: Reader, campaignId: string): Promise<CampaignEventRow[]> {
  return await reader
    .select()
    .from(campaignEvents)
    .where(eq(campaignEvents.campaignId, campaignId))
    .orderBy(asc(campaignEvents.seq));
}

/** Answers that are still owed: 件次 not answered yet, or handled anew. */
export async function countUnanswered(reader: Reader, campaignId: string): Promise<number> {
  const owed = and(
    eq(assignments.campaignId, campaignId),
    inArray(assignments.role, ["lead", "separate"]),
    notInArray(assignments.state, ["replied", "closed", "withdrawn"]),
  );
  return await reader.$count(assignments, owed);
}

/** Feedback forms that are out and not back. */
export async function countOpenFeedback(reader: Reader, campaignId: string): Promise<number> {
  const rows = await reader
    .select({ round: feedbackRounds.round })
    .from(feedbackRounds)
    .innerJoin(assignments, eq(assignments.id, feedbackRounds.assignmentId))
    .where(
      and(eq(assignments.campaignId, campaignId), isNull(feedbackRounds.filedAt), ne(assignments.state, "withdrawn")),
    );
  return rows.length;
}

/** Whether any letter of the year, a draft too, or an old ledger of it names a class. */
export async function hasClasses(reader: Reader, campaignId: string): Promise<boolean> {
  for (const table of [editions, ledgerResults]) {
    const row = await reader
      .select({ id: assignments.id })
      .from(assignments)
      .innerJoin(table, eq(table.assignmentId, assignments.id))
      .where(and(eq(assignments.campaignId, campaignId), isNotNull(table.classCode)))
      .limit(1)
      .get();
    if (row) return true;
  }
  return false;
}
