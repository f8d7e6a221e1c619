import type { commitmentEvents, commitments, feedbackRounds, outcomes, votes } from "#db/schema/aftercare.ts";
import type { answerMap, contacts, motionAsks } from "#db/schema/handling.ts";
import { motionId } from "#domain/motion/number.ts";
import type { RichText } from "#domain/reply/rich-text.ts";
import type { DemoCity, DemoMatter, DemoReply } from "./demo/demo-city.ts";
import { addDaysToWorkday, addMonths } from "./demo/calendar.ts";
import { makeRandom } from "./demo/random.ts";
import { findAsks } from "./aftercare/asks.ts";
import { makeContacts } from "./aftercare/contacts.ts";
import { makeFeedback } from "./aftercare/feedback.ts";
import { makeCommitments } from "./aftercare/promises.ts";
import { OFFICE_APPROVER, OFFICE_EDITOR, handlerOf } from "./seed-actors.ts";
import { toRichText } from "./to-rich-text.ts";

export type AftercareRows = {
  readonly contacts: (typeof contacts.$inferInsert)[];
  readonly feedbackRounds: (typeof feedbackRounds.$inferInsert)[];
  readonly outcomes: (typeof outcomes.$inferInsert)[];
  readonly commitments: (typeof commitments.$inferInsert)[];
  readonly commitmentEvents: (typeof commitmentEvents.$inferInsert)[];
  readonly asks: (typeof motionAsks.$inferInsert)[];
  readonly answers: (typeof answerMap.$inferInsert)[];
  readonly votes: (typeof votes.$inferInsert)[];
};

/** The demo's today. */
const TODAY = "2026-11-20";

const atTen = (date: string): string => `${date}T02:00:00.000Z`;

function addOutcomes(rows: AftercareRows, id: string, reply: DemoReply): void {
  const approvedBy = OFFICE_APPROVER;
  rows.outcomes.push({
    assignmentId: id,
    seq: 1,
    classCode: reply.classCode,
    decidedOn: reply.signedOn,
    source: "reply",
    approvedBy,
  });
  const moved = reply.followUps.filter((item) => item.repliedOn && item.classCode !== reply.classCode);
  for (const [at, { number, repliedOn, classCode }] of moved.entries()) {
    rows.outcomes.push({
      assignmentId: id,
      seq: at + 2,
      classCode: classCode ?? reply.classCode,
      decidedOn: repliedOn ?? reply.signedOn,
      source: "follow_up",
      followUp: number,
      evidence: "验收记录和现场照片已由市政府办公室核对",
      approvedBy,
    });
  }
}

function addAsks(rows: AftercareRows, motion: string, id: string, body: RichText, edition: number): void {
  if (!makeRandom(`${motion}/asks`).chance(0.6)) return;
  for (const [at, { text, block }] of findAsks(body).entries()) {
    rows.asks.push({ motionId: motion, number: at + 1, text });
    rows.answers.push({ assignmentId: id, edition, ask: at + 1, block });
  }
}

function addReply(rows: AftercareRows, motion: string, matter: DemoMatter, reply: DemoReply): void {
  const id = `${motion}.${reply.unit}`;
  const edition = reply.correction ? 2 : 1;
  const body = toRichText(reply.correction?.body ?? reply.body);
  const recordedBy = handlerOf(reply.unit);
  for (const [at, contact] of makeContacts(id, matter, reply).entries()) {
    const recordedAt = atTen(contact.heldOn);
    rows.contacts.push({ ...contact, assignmentId: id, seq: at + 1, recordedBy, recordedAt });
  }
  addOutcomes(rows, id, reply);
  for (const round of makeFeedback(id, reply, TODAY)) {
    rows.feedbackRounds.push({ ...round, assignmentId: id, recordedBy: OFFICE_EDITOR });
  }
  for (const { events, ...promise } of makeCommitments(id, reply, body, TODAY)) {
    const createdAt = atTen(reply.signedOn);
    rows.commitments.push({
      ...promise,
      assignmentId: id,
      edition,
      ownerUnit: reply.unit,
      createdBy: OFFICE_EDITOR,
      createdAt,
    });
    for (const [at, event] of events.entries()) {
      const reportedAt = atTen(event.happenedOn);
      rows.commitmentEvents.push({
        ...event,
        commitmentId: promise.id,
        seq: at + 1,
        reportedBy: recordedBy,
        reportedAt,
        approvedBy: OFFICE_APPROVER,
        approvedAt: reportedAt,
      });
    }
  }
  if (matter.leads[0] === reply.unit && reply.disclosure.mode === "full") addAsks(rows, motion, id, body, edition);
}

function addVote(rows: AftercareRows, motion: string, matter: DemoMatter): void {
  const [reply] = matter.replies;
  if (!matter.keyItem || matter.kind !== "suggestion" || !reply) return;
  const heldOn = addDaysToWorkday(addMonths(reply.signedOn, 3), 6);
  if (heldOn > TODAY) return;
  const random = makeRandom(`${motion}/vote`);
  const returned = random.int(31, 35);
  const dissatisfied = random.int(0, 1);
  const basicallySatisfied = random.int(2, 7);
  rows.votes.push({
    motionId: motion,
    seq: 1,
    body: "市人大常委会会议测评",
    heldOn,
    issued: 35,
    returned,
    satisfied: returned - basicallySatisfied - dissatisfied,
    basicallySatisfied,
    dissatisfied,
    recordedBy: OFFICE_EDITOR,
  });
}

/** What happened around the demo's letters that went out: contacts, verdicts, classes, promises, points. */
export function aftercareRows(city: DemoCity): AftercareRows {
  const rows: AftercareRows = {
    contacts: [],
    feedbackRounds: [],
    outcomes: [],
    commitments: [],
    commitmentEvents: [],
    asks: [],
    answers: [],
    votes: [],
  };
  for (const matter of city.matters) {
    if (!["published", "withheld", "withdrawn"].includes(matter.stage)) continue;
    const motion = motionId(matter.year, matter.kind, matter);
    for (const reply of matter.replies) addReply(rows, motion, matter, reply);
    addVote(rows, motion, matter);
  }
  return rows;
}
