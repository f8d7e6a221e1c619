import { and, asc, eq, inArray, isNotNull, ne, sql } from "drizzle-orm";
import type { Reader } from "../open.ts";
import { commitmentEvents, commitments, feedbackRounds, votes } from "../schema/aftercare.ts";
import { answerMap, contacts, extensions, motionAsks } from "../schema/handling.ts";
import { assignments, motions } from "../schema/motions.ts";
import { disclosures, replies } from "../schema/replies.ts";
import { isOfNamed } from "./publication.ts";

/**
 * What became of public replies, for the public projection: as `public.ts`, published things only, column by column.
 * Comments, places, notes of contacts, reasons and names are asked for by none of these.
 */

const ofLiveEdition = and(
  eq(disclosures.assignmentId, replies.assignmentId),
  eq(disclosures.edition, replies.liveEdition),
);
const isPublic = and(isOfNamed("published"), ne(disclosures.mode, "none"));

/** Assignments of these motions whose reply is public, to be joined by what belongs to them. */
function publicParts(reader: Reader, ids: readonly string[]) {
  return reader
    .select({
      id: replies.assignmentId,
      edition: sql<number>`${replies.liveEdition}`.as("edition_shown"),
      mode: disclosures.mode,
    })
    .from(replies)
    .innerJoin(disclosures, ofLiveEdition)
    .innerJoin(assignments, eq(assignments.id, replies.assignmentId))
    .where(and(isPublic, inArray(assignments.motionId, [...ids])))
    .as("parts");
}

/** Contacts by kind, counted. */
export async function listPublicContacts(reader: Reader, ids: readonly string[]) {
  const parts = publicParts(reader, ids);
  return await reader
    .select({
      assignmentId: contacts.assignmentId,
      kind: contacts.kind,
      times: sql<number>`count(*)`,
      invited: sql<number>`sum(${contacts.invited})`,
      met: sql<number>`sum(${contacts.met})`,
    })
    .from(contacts)
    .innerJoin(parts, eq(parts.id, contacts.assignmentId))
    .groupBy(contacts.assignmentId, contacts.kind)
    .orderBy(asc(contacts.assignmentId), asc(contacts.kind));
}

/** Filed rounds, without what the deputy wrote. */
export async function listPublicFeedback(reader: Reader, ids: readonly string[]) {
  const parts = publicParts(reader, ids);
  return await reader
    .select({
      assignmentId: feedbackRounds.assignmentId,
      round: feedbackRounds.round,
      answers: feedbackRounds.answers,
      /** In Shanghai, UTC+8 without summer time. */
      filedOn: sql<string>`date(${feedbackRounds.filedAt}, '+8 hours')`,
      redoDueOn: feedbackRounds.redoDueOn,
    })
    .from(feedbackRounds)
    .innerJoin(parts, eq(parts.id, feedbackRounds.assignmentId))
    .where(isNotNull(feedbackRounds.filedAt))
    .orderBy(asc(feedbackRounds.assignmentId), asc(feedbackRounds.round));
}

export async function listPublicCommitments(reader: Reader, ids: readonly string[]) {
  const parts = publicParts(reader, ids);
  return await reader
    .select({
      id: commitments.id,
      assignmentId: commitments.assignmentId,
      block: commitments.block,
      start: commitments.start,
      end: commitments.end,
      text: commitments.text,
      ownerUnit: commitments.ownerUnit,
      dueOn: commitments.dueOn,
      state: commitments.state,
    })
    .from(commitments)
    .innerJoin(parts, eq(parts.id, commitments.assignmentId))
    .orderBy(asc(commitments.assignmentId), asc(commitments.block), asc(commitments.start), asc(commitments.id));
}

/** Approved reports only. */
export async function listPublicCommitmentEvents(reader: Reader, ids: readonly string[]) {
  const parts = publicParts(reader, ids);
  return await reader
    .select({
      commitmentId: commitmentEvents.commitmentId,
      kind: commitmentEvents.kind,
      happenedOn: commitmentEvents.happenedOn,
      note: commitmentEvents.note,
      evidence: commitmentEvents.evidence,
      newDueOn: commitmentEvents.newDueOn,
      oldDueOn: commitmentEvents.oldDueOn,
      approvedAt: commitmentEvents.approvedAt,
    })
    .from(commitmentEvents)
    .innerJoin(commitments, eq(commitments.id, commitmentEvents.commitmentId))
    .innerJoin(parts, eq(parts.id, commitments.assignmentId))
    .where(isNotNull(commitmentEvents.approvedAt))
    .orderBy(asc(commitmentEvents.commitmentId), asc(commitmentEvents.seq));
}

/** Of letters that are public in full: elsewhere the blocks are not those that were mapped. */
export async function listPublicAnswers(reader: Reader, ids: readonly string[]) {
  const parts = publicParts(reader, ids);
  return await reader
    .select({ assignmentId: answerMap.assignmentId, ask: answerMap.ask, block: answerMap.block })
    .from(answerMap)
    .innerJoin(parts, and(eq(parts.id, answerMap.assignmentId), eq(parts.edition, answerMap.edition)))
    .where(eq(parts.mode, "full"))
    .orderBy(asc(answerMap.assignmentId), asc(answerMap.ask), asc(answerMap.block));
}

/** Days up to which an extension was granted, first to last. */
export async function listPublicExtensions(reader: Reader, ids: readonly string[]) {
  const parts = publicParts(reader, ids);
  return await reader
    .select({ assignmentId: extensions.assignmentId, newDueOn: extensions.newDueOn })
    .from(extensions)
    .innerJoin(parts, eq(parts.id, extensions.assignmentId))
    .where(eq(extensions.decision, "granted"))
    .orderBy(asc(extensions.assignmentId), asc(extensions.seq));
}

/** Points of motions, those of confidential ones not. The caller asks for motions that are public. */
export async function listPublicAsks(reader: Reader, ids: readonly string[]) {
  return await reader
    .select({ motionId: motionAsks.motionId, number: motionAsks.number, text: motionAsks.text })
    .from(motionAsks)
    .innerJoin(motions, eq(motions.id, motionAsks.motionId))
    .where(and(inArray(motionAsks.motionId, [...ids]), eq(motions.confidential, false)))
    .orderBy(asc(motionAsks.motionId), asc(motionAsks.number));
}

export async function listPublicVotes(reader: Reader, ids: readonly string[]) {
  return await reader
    .select({
      motionId: votes.motionId,
      body: votes.body,
      heldOn: votes.heldOn,
      issued: votes.issued,
      returned: votes.returned,
      satisfied: votes.satisfied,
      basicallySatisfied: votes.basicallySatisfied,
      dissatisfied: votes.dissatisfied,
    })
    .from(votes)
    .where(inArray(votes.motionId, [...ids]))
    .orderBy(asc(votes.motionId), asc(votes.seq));
}
