import { and, asc, eq, inArray, isNotNull, ne } from "drizzle-orm";
import type { Reader } from "../open.ts";
import { feedbackRounds, outcomes, votes } from "../schema/aftercare.ts";
import { campaignKinds, campaigns } from "../schema/campaigns.ts";
import { contactWaivers, contacts, jointOpinions, objections } from "../schema/handling.ts";
import { archives, ledgerResults } from "../schema/imports.ts";
import { assignments, motions } from "../schema/motions.ts";
import { disclosures, editions, followUps, replies } from "../schema/replies.ts";
import { inCampaign, ofMotions, type YearRows } from "./year-rows.ts";

/** Rows behind the indicators of one year, one query for each kind of fact; `unit-facts.ts` has those shared with the unit sheets. */

export async function findCampaignOfYear(reader: Reader, year: number) {
  return await reader.select().from(campaigns).where(eq(campaigns.year, year)).get();
}

export async function listKindTerms(reader: Reader, campaignId: string) {
  return await reader
    .select({ kind: campaignKinds.kind, schemeId: campaignKinds.schemeId, filed: campaignKinds.filedCount })
    .from(campaignKinds)
    .where(eq(campaignKinds.campaignId, campaignId));
}

/** Every motion, also those that left the government's hands. */
export async function listMotionHeads(reader: Reader, rows: YearRows) {
  return await reader
    .select({
      id: motions.id,
      kind: motions.kind,
      betweenSessions: motions.betweenSessions,
      number: motions.number,
      title: motions.title,
      keyItem: motions.keyItem,
      state: motions.state,
      proposers: motions.proposerCount,
    })
    .from(motions)
    .where(ofMotions(rows))
    .orderBy(asc(motions.kind), asc(motions.betweenSessions), asc(motions.number), asc(motions.id));
}

/** Every part that was handed out, given back or not. */
export async function listCaseHeads(reader: Reader, rows: YearRows) {
  return await reader
    .select({
      id: assignments.id,
      motionId: assignments.motionId,
      unit: assignments.unitCode,
      role: assignments.role,
      state: assignments.state,
      publication: replies.publication,
      liveEdition: replies.liveEdition,
      publishedAt: replies.firstPublishedAt,
    })
    .from(assignments)
    .leftJoin(replies, eq(replies.assignmentId, assignments.id))
    .where(and(inCampaign(rows), ne(assignments.state, "pre_assigned")))
    .orderBy(asc(assignments.motionId), asc(assignments.position), asc(assignments.id));
}

export async function listObjectionDecisions(reader: Reader, rows: YearRows) {
  return await reader
    .select({ assignmentId: objections.assignmentId, decision: objections.decision })
    .from(objections)
    .innerJoin(assignments, eq(assignments.id, objections.assignmentId))
    .where(and(inCampaign(rows), eq(objections.kind, "objection")));
}

export async function listOpinionTerms(reader: Reader, rows: YearRows) {
  const { assignmentId, state, dueOn, givenAt } = jointOpinions;
  return await reader
    .select({ assignmentId, state, dueOn, givenAt })
    .from(jointOpinions)
    .innerJoin(assignments, eq(assignments.id, assignmentId))
    .where(inCampaign(rows));
}

/** What old ledgers say of replies of this year: of use where no letter came. */
export async function listLedgerFacts(reader: Reader, rows: YearRows) {
  const { assignmentId, classCode, repliedOn, docNumber, link } = ledgerResults;
  return await reader
    .select({ assignmentId, classCode, repliedOn, docNumber, link })
    .from(ledgerResults)
    .innerJoin(archives, eq(archives.id, ledgerResults.archiveId))
    .innerJoin(assignments, eq(assignments.id, assignmentId))
    .where(
      and(
        eq(archives.campaignId, rows.campaignId),
        rows.motionIds && inArray(assignments.motionId, [...rows.motionIds]),
      ),
    );
}

/** Letters that went out, first to last. */
export async function listLetterFacts(reader: Reader, rows: YearRows) {
  return await reader
    .select({
      assignmentId: editions.assignmentId,
      number: editions.number,
      classCode: editions.classCode,
      finalisedAt: editions.finalisedAt,
      mode: disclosures.mode,
      ground: disclosures.ground,
    })
    .from(editions)
    .innerJoin(assignments, eq(assignments.id, editions.assignmentId))
    .leftJoin(
      disclosures,
      and(eq(disclosures.assignmentId, editions.assignmentId), eq(disclosures.edition, editions.number)),
    )
    .where(and(inCampaign(rows), isNotNull(editions.finalisedAt)))
    .orderBy(asc(editions.assignmentId), asc(editions.number));
}

export async function listOutcomeFacts(reader: Reader, rows: YearRows) {
  const { assignmentId, classCode, decidedOn } = outcomes;
  return await reader
    .select({ assignmentId, classCode, decidedOn })
    .from(outcomes)
    .innerJoin(assignments, eq(assignments.id, assignmentId))
    .where(inCampaign(rows))
    .orderBy(asc(assignmentId), asc(outcomes.seq));
}

export async function listContactFacts(reader: Reader, rows: YearRows) {
  const { assignmentId, kind, invited, met } = contacts;
  return await reader
    .select({ assignmentId, kind, invited, met })
    .from(contacts)
    .innerJoin(assignments, eq(assignments.id, assignmentId))
    .where(inCampaign(rows));
}

export async function listWaiverFacts(reader: Reader, rows: YearRows) {
  const { assignmentId } = contactWaivers;
  return await reader
    .select({ assignmentId })
    .from(contactWaivers)
    .innerJoin(assignments, eq(assignments.id, assignmentId))
    .where(inCampaign(rows));
}

/** Rounds, first to last, those whose form is still out as well. */
export async function listRoundFacts(reader: Reader, rows: YearRows) {
  const { assignmentId, answers, filedAt, redoDueOn } = feedbackRounds;
  return await reader
    .select({ assignmentId, answers, filedAt, redoDueOn })
    .from(feedbackRounds)
    .innerJoin(assignments, eq(assignments.id, assignmentId))
    .where(inCampaign(rows))
    .orderBy(asc(assignmentId), asc(feedbackRounds.round));
}

export async function listFollowUpTerms(reader: Reader, rows: YearRows) {
  const { assignmentId, dueOn, repliedOn, classCode } = followUps;
  return await reader
    .select({ assignmentId, dueOn, repliedOn, classCode })
    .from(followUps)
    .innerJoin(assignments, eq(assignments.id, assignmentId))
    .where(inCampaign(rows))
    .orderBy(asc(assignmentId), asc(followUps.number));
}

export async function listVoteFacts(reader: Reader, rows: YearRows) {
  const { motionId, issued, returned, satisfied, basicallySatisfied, dissatisfied } = votes;
  return await reader
    .select({ motionId, issued, returned, satisfied, basicallySatisfied, dissatisfied })
    .from(votes)
    .innerJoin(motions, eq(motions.id, motionId))
    .where(ofMotions(rows));
}
