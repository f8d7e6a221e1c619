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
import {
  contactWaivers,
  contacts,
  extensions,
  jointOpinions,
  objections,
  reassignments,
  unitPeople,
} from "../schema/handling.ts";
import type { Published, ReleaseTextList } from "./withheld-texts.ts";

/** 条例 Art. 16: what the units and the office say to one another while a matter is handled. */
async function readHandling(reader: Reader, texts: ReleaseTextList): Promise<void> {
  for (const row of await reader.select().from(objections)) texts.keepBack(row.reason, row.decisionReason);
  for (const row of await reader.select().from(reassignments)) texts.keepBack(row.reason);
  for (const row of await reader.select().from(jointOpinions)) {
    texts.sortBody(false, row.body);
    texts.keepBack(row.waivedReason);
  }
  for (const row of await reader.select().from(contacts)) texts.keepBack(row.place, row.note);
  for (const row of await reader.select().from(contactWaivers)) texts.keepBack(row.reason);
  for (const row of await reader.select().from(extensions)) texts.keepBack(row.reason);
  for (const row of await reader.select().from(reminders)) texts.keepBack(row.text, row.result);
  for (const row of await reader.select().from(emergencies)) texts.keepBack(row.reason);
  for (const row of await reader.select().from(feedbackRounds)) texts.keepBack(row.comment);
}

/** A promise is a span of a letter: it is open where the words that are public contain it. */
async function readCommitments(reader: Reader, published: Published, texts: ReleaseTextList): Promise<void> {
  for (const row of await reader.select({ text: commitments.text }).from(commitments)) texts.keepBack(row.text);
  const events = await reader
    .select({ assignmentId: commitments.assignmentId, event: commitmentEvents })
    .from(commitmentEvents)
    .innerJoin(commitments, eq(commitments.id, commitmentEvents.commitmentId));
  for (const { assignmentId, event } of events) {
    const isOpen = published.editions.has(assignmentId) && event.approvedAt !== null;
    if (!isOpen) texts.keepBack(event.note, event.evidence);
  }
  for (const row of await reader.select().from(outcomes)) {
    if (!published.editions.has(row.assignmentId)) texts.keepBack(row.evidence);
  }
}

/** 分管领导, 联络员, 承办人 and whoever has an account. */
async function readPeople(reader: Reader, texts: ReleaseTextList): Promise<void> {
  for (const row of await reader.select().from(unitPeople)) texts.keepBack(row.name, row.phone);
  for (const row of await reader.select({ name: actors.name }).from(actors)) texts.keepBack(row.name);
}

export async function readProcessTexts(reader: Reader, published: Published, texts: ReleaseTextList): Promise<void> {
  await readHandling(reader, texts);
  await readCommitments(reader, published, texts);
  await readPeople(reader, texts);
}
