import { eq } from "drizzle-orm";
import type { Reader } from "../open.ts";
import { actors } from "../schema/actors.ts";
import {
  commitmentEvents,
  commitments,
  emergencies,
  feedbackRounds,
  outcomes,
  reminders,
} from "../schema/aftercare.ts";
import { closings } from "../schema/closings.ts";
import { campaignEvents, disclosureReviews, followUpReturns } from "../schema/decisions.ts";
import {
  contactWaivers,
  contacts,
  extensions,
  jointOpinions,
  objections,
  reassignments,
  unitPeople,
} from "../schema/handling.ts";
import { gateOverrides } from "../schema/overrides.ts";
import type { MotionScope, Published, ReleaseTextList } from "./withheld-texts.ts";
import { ofAssignments, ofMotions } from "./withheld-texts.ts";

/** 条例 Art. 16: what the units and the office say to one another while a matter is handled. */
async function readHandling(reader: Reader, texts: ReleaseTextList, scope: MotionScope): Promise<void> {
  for (const row of await reader.select().from(objections).where(ofAssignments(scope, objections.assignmentId)))
    texts.keepBack(row.reason, row.decisionReason);
  for (const row of await reader.select().from(reassignments).where(ofMotions(scope, reassignments.motionId)))
    texts.keepBack(row.reason);
  for (const row of await reader.select().from(jointOpinions).where(ofAssignments(scope, jointOpinions.assignmentId))) {
    texts.sortBody(false, row.body);
    texts.keepBack(row.waivedReason);
  }
  for (const row of await reader.select().from(contacts).where(ofAssignments(scope, contacts.assignmentId)))
    texts.keepBack(row.place, row.note);
  for (const row of await reader.select().from(contactWaivers).where(ofAssignments(scope, contactWaivers.assignmentId)))
    texts.keepBack(row.reason);
  for (const row of await reader.select().from(extensions).where(ofAssignments(scope, extensions.assignmentId)))
    texts.keepBack(row.reason, row.decisionReason);
  for (const row of await reader.select().from(reminders).where(ofAssignments(scope, reminders.assignmentId)))
    texts.keepBack(row.text, row.result);
  for (const row of await reader.select().from(emergencies).where(ofAssignments(scope, emergencies.assignmentId)))
    texts.keepBack(row.reason);
  for (const row of await reader.select().from(feedbackRounds).where(ofAssignments(scope, feedbackRounds.assignmentId)))
    texts.keepBack(row.comment);
}

/** A promise is a span of a letter: it is open where the words that are public contain it. */
async function readCommitments(
  reader: Reader,
  published: Published,
  texts: ReleaseTextList,
  scope: MotionScope,
): Promise<void> {
  const promised = reader.select({ text: commitments.text }).from(commitments);
  for (const row of await promised.where(ofAssignments(scope, commitments.assignmentId))) texts.keepBack(row.text);
  const events = await reader
    .select({ assignmentId: commitments.assignmentId, event: commitmentEvents })
    .from(commitmentEvents)
    .innerJoin(commitments, eq(commitments.id, commitmentEvents.commitmentId))
    .where(ofAssignments(scope, commitments.assignmentId));
  for (const { assignmentId, event } of events) {
    const isOpen = published.editions.has(assignmentId) && event.approvedAt !== null;
    texts.sort(isOpen, event.note, event.evidence);
    texts.keepBack(event.declineReason);
  }
  for (const row of await reader.select().from(outcomes).where(ofAssignments(scope, outcomes.assignmentId))) {
    if (!published.editions.has(row.assignmentId)) texts.keepBack(row.evidence);
  }
}

/** Why the office sent something back, kept something back, let something pass or closed a part. */
async function readDecisions(reader: Reader, texts: ReleaseTextList, scope: MotionScope): Promise<void> {
  for (const row of await reader
    .select()
    .from(followUpReturns)
    .where(ofAssignments(scope, followUpReturns.assignmentId)))
    texts.keepBack(row.reason);
  for (const row of await reader
    .select()
    .from(disclosureReviews)
    .where(ofAssignments(scope, disclosureReviews.assignmentId)))
    texts.keepBack(row.reason);
  for (const row of await reader.select().from(closings).where(ofAssignments(scope, closings.assignmentId)))
    texts.keepBack(row.reason);
  for (const row of await reader.select().from(gateOverrides).where(ofAssignments(scope, gateOverrides.assignmentId)))
    texts.keepBack(row.reason, row.decisionReason);
}

/** 分管领导, 联络员, 承办人 and whoever has an account; why the course of a year was changed. */
export async function readCityProcessTexts(reader: Reader, texts: ReleaseTextList): Promise<void> {
  for (const row of await reader.select().from(unitPeople)) texts.keepBack(row.name, row.phone);
  for (const row of await reader.select({ name: actors.name }).from(actors)) texts.keepBack(row.name);
  for (const row of await reader.select().from(campaignEvents)) texts.keepBack(row.reason);
}

export async function readProcessTexts(
  reader: Reader,
  published: Published,
  texts: ReleaseTextList,
  scope: MotionScope,
): Promise<void> {
  await readHandling(reader, texts, scope);
  await readCommitments(reader, published, texts, scope);
  await readDecisions(reader, texts, scope);
}
