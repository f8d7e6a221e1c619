import { and, asc, desc, eq, inArray, isNotNull, ne, notInArray, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Reader } from "../open.ts";
import { campaignKinds, campaigns, sittings } from "../schema/campaigns.ts";
import { attachments } from "../schema/files.ts";
import { documents } from "../schema/documents.ts";
import { assignments, motions, proposers, topics } from "../schema/motions.ts";
import { disclosures, editions, followUps, replies, withdrawals } from "../schema/replies.ts";
import { units } from "../schema/units.ts";
import { isOfNamed } from "./publication.ts";
import { ofEdition } from "./attachments.ts";
import { namesArePublic } from "./names-public.ts";

/**
 * The only reads behind the public projection. Each asks for published things and lists its columns;
 * what is not public does not exist on this side (design §1.1).
 */

const isLive = and(eq(editions.assignmentId, replies.assignmentId), eq(editions.number, replies.liveEdition));
const ofLiveEdition = and(
  eq(disclosures.assignmentId, replies.assignmentId),
  eq(disclosures.edition, replies.liveEdition),
);
/** The matter into which a withdrawn one was merged. */
const target = alias(motions, "target");
const targetYear = alias(campaigns, "target_year");
/** Twice, on purpose: the state of the reply, and the decision on the very edition. */
const isPublic = and(isOfNamed("published"), ne(disclosures.mode, "none"));

export type PublicReplyRow = Awaited<ReturnType<typeof listPublicReplies>>[number];

/** Live public replies to these motions, in the order of units within a motion. */
export async function listPublicReplies(reader: Reader, ids: readonly string[]) {
  return await reader
    .select({
      assignmentId: replies.assignmentId,
      motionId: assignments.motionId,
      unitCode: assignments.unitCode,
      role: assignments.role,
      position: assignments.position,
      assignedOn: assignments.assignedOn,
      dueOn: assignments.dueOn,
      indexNumber: replies.indexNumber,
      firstPublishedAt: replies.firstPublishedAt,
      liveEdition: replies.liveEdition,
      classCode: editions.classCode,
      docNumber: editions.docNumber,
      title: editions.title,
      addressee: editions.addressee,
      // The letter itself only where it is public in full.
      body: sql<string>`case ${disclosures.mode} when 'full' then ${editions.body} else ${disclosures.publicBody} end`,
      signatory: editions.signatory,
      signedOn: editions.signedOn,
      contactPhone: editions.contactPhone,
      copyTo: editions.copyTo,
      mode: disclosures.mode,
      ground: disclosures.ground,
    })
    .from(replies)
    .innerJoin(editions, isLive)
    .innerJoin(disclosures, ofLiveEdition)
    .innerJoin(assignments, eq(assignments.id, replies.assignmentId))
    .where(and(isPublic, inArray(assignments.motionId, [...ids])))
    .orderBy(asc(assignments.motionId), asc(assignments.position));
}

/** Those of the motions that have a public reply. */
export async function listPublicMotions(reader: Reader, ids: readonly string[]) {
  return await reader
    .selectDistinct({
      id: motions.id,
      campaignId: motions.campaignId,
      year: campaigns.year,
      kind: motions.kind,
      number: motions.number,
      betweenSessions: motions.betweenSessions,
      title: motions.title,
      category: motions.category,
      topicSlug: motions.topicSlug,
      topicName: topics.name,
      filerGroup: motions.filerGroup,
      proposerCount: motions.proposerCount,
      keyItem: motions.keyItem,
      assignedOn: motions.assignedOn,
      sittingName: sittings.name,
      sittingShortName: sittings.shortName,
      schemeId: campaignKinds.schemeId,
      namesPublic: namesArePublic,
    })
    .from(replies)
    .innerJoin(disclosures, ofLiveEdition)
    .innerJoin(assignments, eq(assignments.id, replies.assignmentId))
    .innerJoin(motions, eq(motions.id, assignments.motionId))
    .innerJoin(campaigns, eq(campaigns.id, motions.campaignId))
    .innerJoin(
      campaignKinds,
      and(eq(campaignKinds.campaignId, motions.campaignId), eq(campaignKinds.kind, motions.kind)),
    )
    .innerJoin(sittings, eq(sittings.id, motions.sittingId))
    .leftJoin(topics, eq(topics.slug, motions.topicSlug))
    .where(and(isPublic, inArray(assignments.motionId, [...ids])))
    .orderBy(asc(motions.kind), asc(motions.betweenSessions), asc(motions.number));
}

/** Names of filers, asked only for motions that are public and only where they may be named. */
export async function listPublicProposers(reader: Reader, ids: readonly string[]) {
  return await reader
    .selectDistinct({ motionId: proposers.motionId, position: proposers.position, name: proposers.name })
    .from(replies)
    .innerJoin(disclosures, ofLiveEdition)
    .innerJoin(assignments, eq(assignments.id, replies.assignmentId))
    .innerJoin(campaigns, eq(campaigns.id, assignments.campaignId))
    .innerJoin(motions, eq(motions.id, assignments.motionId))
    .innerJoin(proposers, eq(proposers.motionId, assignments.motionId))
    .where(and(isPublic, inArray(assignments.motionId, [...ids]), namesArePublic))
    .orderBy(asc(proposers.motionId), asc(proposers.position));
}

/** Joint units by motion: who took part, never what they wrote. */
export async function listJointUnits(reader: Reader, ids: readonly string[]) {
  return await reader
    .select({ motionId: assignments.motionId, unitCode: assignments.unitCode })
    .from(assignments)
    .where(
      and(
        inArray(assignments.motionId, [...ids]),
        eq(assignments.role, "joint"),
        notInArray(assignments.state, ["withdrawn", "pre_assigned"]),
      ),
    )
    .orderBy(asc(assignments.motionId), asc(assignments.position));
}

/** Attachments of the live edition, where the letter is public in full and nothing was found in them that blocks. */
export async function listPublicAttachments(reader: Reader, ids: readonly string[]) {
  const { id, name, type, bytes, sha256, pages } = attachments;
  return await reader
    .select({ assignmentId: assignments.id, motionId: assignments.motionId, id, name, type, bytes, sha256, pages })
    .from(attachments)
    .innerJoin(replies, eq(replies.assignmentId, attachments.assignmentId))
    .innerJoin(disclosures, ofLiveEdition)
    .innerJoin(assignments, eq(assignments.id, replies.assignmentId))
    .where(
      and(
        isPublic,
        eq(disclosures.mode, "full"),
        ofEdition(replies.liveEdition),
        inArray(assignments.motionId, [...ids]),
      ),
    )
    .orderBy(asc(attachments.addedAt), asc(attachments.id));
}

/** Follow-ups of public replies; the text only once it is published. */
export async function listPublicFollowUps(reader: Reader, ids: readonly string[]) {
  const isOut = isNotNull(followUps.publishedAt);
  return await reader
    .select({
      assignmentId: followUps.assignmentId,
      number: followUps.number,
      dueOn: followUps.dueOn,
      repliedOn: sql<string | null>`case when ${isOut} then ${followUps.repliedOn} end`,
      classCode: sql<string | null>`case when ${isOut} then ${followUps.classCode} end`,
      body: sql<string | null>`case when ${isOut} then ${followUps.body} end`,
    })
    .from(followUps)
    .innerJoin(replies, eq(replies.assignmentId, followUps.assignmentId))
    .innerJoin(disclosures, ofLiveEdition)
    .innerJoin(assignments, eq(assignments.id, replies.assignmentId))
    // A 补充答复 is owed by nobody: until it is out there is nothing to tell of it.
    .where(and(isPublic, inArray(assignments.motionId, [...ids]), or(eq(followUps.kind, "owed"), isOut)))
    .orderBy(asc(followUps.assignmentId), asc(followUps.number));
}

/** For each of the motions: how many replies are owed, and how many were answered but not made public. */
export async function listReplyCounts(reader: Reader, ids: readonly string[]) {
  return await reader
    .select({
      motionId: assignments.motionId,
      owed: sql<number>`sum(${assignments.state} not in ('replied', 'closed', 'withdrawn', 'pre_assigned'))`,
      withheld: sql<number>`sum(coalesce(${replies.publication}, '') = 'withheld')`,
    })
    .from(assignments)
    .leftJoin(replies, eq(replies.assignmentId, assignments.id))
    .where(and(inArray(assignments.motionId, [...ids]), ne(assignments.role, "joint")))
    .groupBy(assignments.motionId);
}

/** Withdrawn replies: address, day and kind of reason; no word of the matter. */
export async function listWithdrawn(reader: Reader, ids: readonly string[]) {
  return await reader
    .select({
      motionId: motions.id,
      year: campaigns.year,
      kind: motions.kind,
      number: motions.number,
      betweenSessions: motions.betweenSessions,
      unitCode: assignments.unitCode,
      withdrawnAt: withdrawals.withdrawnAt,
      reason: withdrawals.kind,
      into: {
        kind: target.kind,
        number: target.number,
        betweenSessions: target.betweenSessions,
        year: targetYear.year,
      },
    })
    .from(replies)
    .innerJoin(assignments, eq(assignments.id, replies.assignmentId))
    .innerJoin(motions, eq(motions.id, assignments.motionId))
    .innerJoin(campaigns, eq(campaigns.id, motions.campaignId))
    .innerJoin(withdrawals, eq(withdrawals.assignmentId, replies.assignmentId))
    .leftJoin(target, eq(target.id, withdrawals.mergedInto))
    .leftJoin(targetYear, eq(targetYear.id, target.campaignId))
    .where(and(isOfNamed("withdrawn"), inArray(assignments.motionId, [...ids])))
    .orderBy(asc(motions.id), desc(withdrawals.seq));
}

export async function listPublicDocuments(reader: Reader) {
  return await reader
    .select({
      slug: documents.slug,
      kind: documents.kind,
      title: documents.title,
      issuer: documents.issuer,
      docNumber: documents.docNumber,
      indexNumber: documents.indexNumber,
      category: documents.category,
      writtenOn: documents.writtenOn,
      publishedAt: documents.publishedAt,
      validity: documents.validity,
      source: documents.source,
      addressee: documents.addressee,
      body: documents.body,
      attachments: documents.attachments,
    })
    .from(documents)
    .where(and(eq(documents.state, "published"), isNotNull(documents.publishedAt)))
    .orderBy(desc(documents.publishedAt), asc(documents.slug));
}

/** Units and topics are public by nature; the phone is the office's line. */
export async function listPublicUnits(reader: Reader) {
  return await reader
    .select({ code: units.code, name: units.shortName, fullName: units.fullName, kind: units.kind, phone: units.phone })
    .from(units)
    .orderBy(asc(units.position), asc(units.code));
}

export async function listPublicTopics(reader: Reader) {
  return await reader
    .select({ slug: topics.slug, name: topics.name, description: topics.description })
    .from(topics)
    .orderBy(asc(topics.position));
}

/** What a campaign and its sittings lend to every matter and figure of their year. */
export async function listCampaignFrames(reader: Reader) {
  return await reader
    .select({
      year: campaigns.year,
      namesPublic: campaigns.namesPublic,
      kind: campaignKinds.kind,
      schemeId: campaignKinds.schemeId,
      filed: campaignKinds.filedCount,
      sitting: sittings.name,
      sittingShort: sittings.shortName,
    })
    .from(campaignKinds)
    .innerJoin(campaigns, eq(campaigns.id, campaignKinds.campaignId))
    .innerJoin(sittings, eq(sittings.id, campaignKinds.sittingId))
    .orderBy(asc(campaigns.year), asc(campaignKinds.kind));
}

/** Years of these motions; fewer than asked for where some are no more. */
export async function listYearsOfMotions(reader: Reader, ids: readonly string[]) {
  return await reader
    .select({ id: motions.id, year: campaigns.year })
    .from(motions)
    .innerJoin(campaigns, eq(campaigns.id, motions.campaignId))
    .where(inArray(motions.id, [...ids]));
}

/** Years whose campaign has begun, newest first. */
export async function listYears(reader: Reader): Promise<number[]> {
  const rows = await reader
    .select({ year: campaigns.year })
    .from(campaigns)
    .where(inArray(campaigns.state, ["open", "closed"]))
    .orderBy(desc(campaigns.year));
  return rows.map((row) => row.year);
}
