import { asc, desc, eq, sql } from "drizzle-orm";
import type { MotionKind } from "#domain/motion/kind.ts";
import type { Reader } from "../open.ts";
import { outcomes } from "../schema/aftercare.ts";
import { followUpReturns } from "../schema/decisions.ts";
import { assignments, motions } from "../schema/motions.ts";
import type { followUps } from "../schema/replies.ts";

export type FollowUpRow = typeof followUps.$inferSelect;
export type OutcomeRow = typeof outcomes.$inferSelect;

export type FollowUpReturnRow = typeof followUpReturns.$inferSelect;

/** Every time that the office sent a follow-up back, first to last. */
export async function listFollowUpReturns(reader: Reader, assignmentId: string): Promise<FollowUpReturnRow[]> {
  return await reader
    .select()
    .from(followUpReturns)
    .where(eq(followUpReturns.assignmentId, assignmentId))
    .orderBy(asc(followUpReturns.number), asc(followUpReturns.seq));
}

/** The classes of one reply, first to latest. */
export async function listOutcomes(reader: Reader, assignmentId: string): Promise<OutcomeRow[]> {
  return await reader.select().from(outcomes).where(eq(outcomes.assignmentId, assignmentId)).orderBy(asc(outcomes.seq));
}

export async function findLatestOutcome(reader: Reader, assignmentId: string): Promise<OutcomeRow | undefined> {
  return await reader
    .select()
    .from(outcomes)
    .where(eq(outcomes.assignmentId, assignmentId))
    .orderBy(desc(outcomes.seq))
    .limit(1)
    .get();
}

export type CohortRow = { readonly kind: MotionKind; readonly first: string; readonly latest: string };

/** First and latest class of every reply of a campaign that has one. */
export async function listCohort(reader: Reader, campaignId: string): Promise<CohortRow[]> {
  const latest = sql<string>`(select later.class_code from outcomes as later
    where later.assignment_id = ${assignments.id} order by later.seq desc limit 1)`;
  return await reader
    .select({ kind: motions.kind, first: outcomes.classCode, latest })
    .from(assignments)
    .innerJoin(motions, eq(motions.id, assignments.motionId))
    .innerJoin(outcomes, sql`${outcomes.assignmentId} = ${assignments.id} and ${outcomes.seq} = 1`)
    .where(eq(assignments.campaignId, campaignId));
}
