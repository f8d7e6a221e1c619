import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { Reader } from "../open.ts";
import { prepareOnce } from "../prepare-once.ts";
import { feedbackLinks, feedbackRounds } from "../schema/aftercare.ts";

export type FeedbackRoundRow = typeof feedbackRounds.$inferSelect;
export type FeedbackLinkRow = typeof feedbackLinks.$inferSelect;

/** Rounds of one assignment, first to last. */
export async function listFeedbackRounds(reader: Reader, assignmentId: string): Promise<FeedbackRoundRow[]> {
  return await reader
    .select()
    .from(feedbackRounds)
    .where(eq(feedbackRounds.assignmentId, assignmentId))
    .orderBy(asc(feedbackRounds.round));
}

const lastRoundOf = (reader: Reader) =>
  reader
    .select()
    .from(feedbackRounds)
    .where(eq(feedbackRounds.assignmentId, sql.placeholder("assignmentId")))
    .orderBy(desc(feedbackRounds.round))
    .limit(1)
    .prepare();

export async function findLastRound(reader: Reader, assignmentId: string): Promise<FeedbackRoundRow | undefined> {
  return await prepareOnce(reader, lastRoundOf).get({ assignmentId });
}

export async function listFeedbackLinks(reader: Reader, assignmentId: string): Promise<FeedbackLinkRow[]> {
  return await reader
    .select()
    .from(feedbackLinks)
    .where(eq(feedbackLinks.assignmentId, assignmentId))
    .orderBy(asc(feedbackLinks.createdAt), asc(feedbackLinks.tokenHash));
}

/** The link with its round, by the hash of its token. */
export async function findFeedbackLink(
  reader: Reader,
  tokenHash: string,
): Promise<{ link: FeedbackLinkRow; round: FeedbackRoundRow } | undefined> {
  return await reader
    .select({ link: feedbackLinks, round: feedbackRounds })
    .from(feedbackLinks)
    .innerJoin(
      feedbackRounds,
      and(eq(feedbackRounds.assignmentId, feedbackLinks.assignmentId), eq(feedbackRounds.round, feedbackLinks.round)),
    )
    .where(eq(feedbackLinks.tokenHash, tokenHash))
    .get();
}
