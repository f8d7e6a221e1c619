import { and, eq, inArray, isNotNull, notInArray, sql } from "drizzle-orm";
import type { Reader } from "../open.ts";
import { actors } from "../schema/actors.ts";
import { commitmentEvents, commitments, feedbackRounds, reminders } from "../schema/aftercare.ts";
import { jointOpinions, objections } from "../schema/handling.ts";
import { assignments, motions } from "../schema/motions.ts";
import { editions, followUps, returns } from "../schema/replies.ts";
import { inCampaign, type YearRows } from "./year-rows.ts";

/** Stated facts of one campaign, as the score sheet of units counts them. One query for each kind of fact. */

const isCounted = notInArray(assignments.state, ["pre_assigned", "withdrawn"]);
const ofCampaign = (rows: YearRows) => and(inCampaign(rows), isCounted);

export async function listAssignmentFacts(reader: Reader, rows: YearRows) {
  const repliedAt = sql<string | null>`(select min(sent.finalised_at) from editions as sent
    where sent.assignment_id = ${assignments.id})`;
  const extendedTo = sql<string | null>`(select max(given.new_due_on) from extensions as given
    where given.assignment_id = ${assignments.id} and given.decision = 'granted')`;
  return await reader
    .select({
      id: assignments.id,
      kind: motions.kind,
      number: motions.number,
      betweenSessions: motions.betweenSessions,
      unitCode: assignments.unitCode,
      role: assignments.role,
      signedAt: assignments.signedAt,
      /** Of the matter: the law's clock. */
      assignedOn: motions.assignedOn,
      /** Of this unit's part: the clock of 签收. */
      handedOn: sql<string>`coalesce(${assignments.assignedOn}, ${motions.assignedOn})`,
      dueOn: assignments.dueOn,
      repliedAt,
      extendedTo,
    })
    .from(assignments)
    .innerJoin(motions, eq(motions.id, assignments.motionId))
    .where(ofCampaign(rows));
}

export async function listObjectionFacts(reader: Reader, rows: YearRows) {
  return await reader
    .selectDistinct({ unitCode: assignments.unitCode, assignmentId: assignments.id })
    .from(objections)
    .innerJoin(assignments, eq(assignments.id, objections.assignmentId))
    // An assignment that was taken back after the objection was objected to all the same.
    .where(and(inCampaign(rows), eq(objections.kind, "objection")));
}

export async function listOpinionFacts(reader: Reader, rows: YearRows) {
  return await reader
    .select({ unitCode: assignments.unitCode, dueOn: jointOpinions.dueOn, givenAt: jointOpinions.givenAt })
    .from(jointOpinions)
    .innerJoin(assignments, eq(assignments.id, jointOpinions.assignmentId))
    .where(and(ofCampaign(rows), inArray(jointOpinions.state, ["asked", "given"])));
}

/** Assignments that the office sent back; what a unit returns within itself is its own affair. */
export async function listReturnFacts(reader: Reader, rows: YearRows) {
  return await reader
    .selectDistinct({ unitCode: assignments.unitCode, assignmentId: assignments.id })
    .from(returns)
    .innerJoin(assignments, eq(assignments.id, returns.assignmentId))
    .innerJoin(actors, eq(actors.id, returns.returnedBy))
    .where(and(ofCampaign(rows), eq(actors.role, "office")));
}

/** Assignments whose letter ever reached the office. */
export async function listSubmittedFacts(reader: Reader, rows: YearRows) {
  return await reader
    .selectDistinct({ unitCode: assignments.unitCode, assignmentId: assignments.id })
    .from(editions)
    .innerJoin(assignments, eq(assignments.id, editions.assignmentId))
    .where(
      and(
        ofCampaign(rows),
        sql`(${editions.submittedAt} is not null or exists (select 1 from returns
          join actors on actors.id = returns.returned_by and actors.role = 'office'
          where returns.assignment_id = ${assignments.id}))`,
      ),
    );
}

export async function listReminderFacts(reader: Reader, rows: YearRows) {
  return await reader
    .select({ unitCode: assignments.unitCode, assignmentId: assignments.id })
    .from(reminders)
    .innerJoin(assignments, eq(assignments.id, reminders.assignmentId))
    .where(ofCampaign(rows));
}

/** Filed rounds, first to last. */
export async function listFeedbackFacts(reader: Reader, rows: YearRows) {
  return await reader
    .select({ unitCode: assignments.unitCode, assignmentId: assignments.id, answers: feedbackRounds.answers })
    .from(feedbackRounds)
    .innerJoin(assignments, eq(assignments.id, feedbackRounds.assignmentId))
    .where(and(ofCampaign(rows), isNotNull(feedbackRounds.answers)))
    .orderBy(feedbackRounds.assignmentId, feedbackRounds.round);
}

export async function listFollowUpFacts(reader: Reader, rows: YearRows) {
  return await reader
    .select({ unitCode: assignments.unitCode, dueOn: followUps.dueOn, repliedOn: followUps.repliedOn })
    .from(followUps)
    .innerJoin(assignments, eq(assignments.id, followUps.assignmentId))
    .where(ofCampaign(rows));
}

export async function listCommitmentFacts(reader: Reader, rows: YearRows) {
  return await reader
    .select({
      id: commitments.id,
      assignmentId: commitments.assignmentId,
      motionId: assignments.motionId,
      unitCode: commitments.ownerUnit,
      dueOn: commitments.dueOn,
      state: commitments.state,
      keptOn: sql<string | null>`max(${commitmentEvents.happenedOn})`,
    })
    .from(commitments)
    .innerJoin(assignments, eq(assignments.id, commitments.assignmentId))
    .leftJoin(
      commitmentEvents,
      and(
        eq(commitmentEvents.commitmentId, commitments.id),
        eq(commitmentEvents.kind, "kept"),
        isNotNull(commitmentEvents.approvedAt),
      ),
    )
    .where(ofCampaign(rows))
    .groupBy(commitments.id);
}
