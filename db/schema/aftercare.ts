import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { COMMITMENT_EVENT_KINDS, COMMITMENT_STATES, OUTCOME_SOURCES } from "#domain/commitment/commitment-kinds.ts";
import { CONSENTS, FEEDBACK_SOURCES } from "#domain/feedback/feedback-kinds.ts";
import { REMINDER_CHANNELS } from "#domain/supervision/reminder-kinds.ts";
import { actors } from "./actors.ts";
import { dueOrder, oneOf, unitOfPart, version } from "./columns.ts";
import { assignments, motions } from "./motions.ts";
import { units } from "./units.ts";

const assignmentId = () =>
  text("assignment_id")
    .notNull()
    .references(() => assignments.id);
const by = (name: string) =>
  text(name)
    .notNull()
    .references(() => actors.id);

/** 反馈: one row for each round; axes and words by the campaign's preset. */
export const feedbackRounds = sqliteTable(
  "feedback_rounds",
  {
    assignmentId: assignmentId(),
    round: integer("round").notNull(),
    askedAt: text("asked_at").notNull(),
    dueOn: text("due_on"),
    source: text("source", { enum: FEEDBACK_SOURCES }),
    /** axis → value, as the preset names them. */
    answers: text("answers", { mode: "json" }).$type<Record<string, string>>(),
    comment: text("comment"),
    /** May the reply be public? */
    consent: text("consent", { enum: CONSENTS }).notNull().default("not_asked"),
    filedAt: text("filed_at"),
    /** Null where the deputy filed it by the link. */
    recordedBy: text("recorded_by").references(() => actors.id),
    /** 重新办理 that this round ordered: due. */
    redoDueOn: text("redo_due_on"),
  },
  (t) => [
    primaryKey({ columns: [t.assignmentId, t.round] }),
    check("feedback_filed", sql`(${t.filedAt} is null) = (${t.answers} is null)`),
    index("feedback_due").on(t.filedAt, t.dueOn),
  ],
);

/** One-time links to one form; only the hash of the token is kept. */
export const feedbackLinks = sqliteTable(
  "feedback_links",
  {
    tokenHash: text("token_hash").primaryKey(),
    assignmentId: assignmentId(),
    round: integer("round").notNull(),
    createdBy: by("created_by"),
    createdAt: text("created_at").notNull(),
    expiresAt: text("expires_at").notNull(),
    usedAt: text("used_at"),
    revokedAt: text("revoked_at"),
  },
  (t) => [index("feedback_links_assignment").on(t.assignmentId, t.round)],
);

/** 测评 by a standing committee: a record apart from the deputy's own verdict. */
export const votes = sqliteTable(
  "votes",
  {
    motionId: text("motion_id")
      .notNull()
      .references(() => motions.id),
    seq: integer("seq").notNull(),
    body: text("body").notNull(),
    heldOn: text("held_on").notNull(),
    issued: integer("issued").notNull(),
    returned: integer("returned").notNull(),
    satisfied: integer("satisfied").notNull(),
    basicallySatisfied: integer("basically_satisfied").notNull(),
    dissatisfied: integer("dissatisfied").notNull(),
    recordedBy: by("recorded_by"),
  },
  (t) => [
    primaryKey({ columns: [t.motionId, t.seq] }),
    check(
      "votes_sum",
      sql`${t.satisfied} + ${t.basicallySatisfied} + ${t.dissatisfied} <= ${t.returned} and ${t.returned} <= ${t.issued}`,
    ),
  ],
);

/** The class as a dated series; it changes only by a follow-up with evidence and an approver. */
export const outcomes = sqliteTable(
  "outcomes",
  {
    assignmentId: assignmentId(),
    seq: integer("seq").notNull(),
    classCode: text("class_code").notNull(),
    decidedOn: text("decided_on").notNull(),
    source: text("source", { enum: OUTCOME_SOURCES }).notNull(),
    followUp: integer("follow_up"),
    evidence: text("evidence"),
    approvedBy: by("approved_by"),
  },
  (t) => [
    primaryKey({ columns: [t.assignmentId, t.seq] }),
    check("outcomes_source", oneOf(t.source, OUTCOME_SOURCES)),
    check("outcomes_evidence", sql`${t.source} = 'reply' or (${t.evidence} is not null and ${t.followUp} is not null)`),
  ],
);

/** 承诺事项 taken from a letter: the words, whose, by when. */
export const commitments = sqliteTable(
  "commitments",
  {
    id: text("id").primaryKey(),
    assignmentId: assignmentId(),
    edition: integer("edition").notNull(),
    /** Index of the block in the body, and the span within its plain text. */
    block: integer("block").notNull(),
    start: integer("start").notNull(),
    end: integer("end").notNull(),
    text: text("text").notNull(),
    ownerUnit: text("owner_unit")
      .notNull()
      .references(() => units.code),
    dueOn: text("due_on"),
    state: text("state", { enum: COMMITMENT_STATES }).notNull().default("open"),
    createdBy: by("created_by"),
    createdAt: text("created_at").notNull(),
    version: version(),
  },
  (t) => [
    check("commitments_state", oneOf(t.state, COMMITMENT_STATES)),
    index("commitments_due").on(dueOrder(t.dueOn), t.id),
    index("commitments_state").on(t.state, dueOrder(t.dueOn), t.id),
    index("commitments_owner").on(t.ownerUnit, dueOrder(t.dueOn), t.id, t.state),
    index("commitments_lead").on(unitOfPart(t.assignmentId), dueOrder(t.dueOn), t.id, t.state, t.ownerUnit),
    index("commitments_assignment").on(t.assignmentId),
  ],
);

/** What happened to a commitment. Nothing is struck off without evidence and a second person. */
export const commitmentEvents = sqliteTable(
  "commitment_events",
  {
    commitmentId: text("commitment_id")
      .notNull()
      .references(() => commitments.id),
    seq: integer("seq").notNull(),
    kind: text("kind", { enum: COMMITMENT_EVENT_KINDS }).notNull(),
    happenedOn: text("happened_on").notNull(),
    note: text("note").notNull(),
    evidence: text("evidence"),
    newDueOn: text("new_due_on"),
    /** The date that an approved 调整 replaced. */
    oldDueOn: text("old_due_on"),
    reportedBy: by("reported_by"),
    reportedAt: text("reported_at").notNull(),
    approvedBy: text("approved_by").references(() => actors.id),
    approvedAt: text("approved_at"),
    declinedBy: text("declined_by").references(() => actors.id),
    declinedAt: text("declined_at"),
    declineReason: text("decline_reason"),
  },
  (t) => [
    primaryKey({ columns: [t.commitmentId, t.seq] }),
    check("commitment_events_kind", oneOf(t.kind, COMMITMENT_EVENT_KINDS)),
    check("commitment_events_evidence", sql`${t.kind} in ('progress', 'changed') or ${t.evidence} is not null`),
    check("commitment_events_two_persons", sql`${t.approvedBy} is null or ${t.approvedBy} <> ${t.reportedBy}`),
  ],
);

/** 催办: by whom, how, with what result. */
export const reminders = sqliteTable(
  "reminders",
  {
    id: text("id").primaryKey(),
    assignmentId: assignmentId(),
    /** Which clock: sign, joint_opinion, reply, publish … */
    deadline: text("deadline").notNull(),
    channel: text("channel", { enum: REMINDER_CHANNELS }).notNull(),
    text: text("text").notNull(),
    result: text("result"),
    sentBy: by("sent_by"),
    sentAt: text("sent_at").notNull(),
    readAt: text("read_at"),
  },
  (t) => [
    check("reminders_channel", oneOf(t.channel, REMINDER_CHANNELS)),
    index("reminders_assignment").on(t.assignmentId, t.sentAt),
    index("reminders_sent").on(t.sentAt, t.id),
    index("reminders_unit").on(unitOfPart(t.assignmentId), t.sentAt, t.id, t.readAt),
    index("reminders_unread").on(sql`(${t.readAt} is null)`, t.sentAt, t.id),
  ],
);

/** What goes out to gateways (SMS, e-mail): delivered at least once, signed, retried. */
export const outbox = sqliteTable(
  "outbox",
  {
    id: text("id").primaryKey(),
    topic: text("topic").notNull(),
    payload: text("payload").notNull(),
    createdAt: text("created_at").notNull(),
    attempts: integer("attempts").notNull().default(0),
    nextAt: text("next_at").notNull(),
    deliveredAt: text("delivered_at"),
    failedAt: text("failed_at"),
    lastError: text("last_error"),
  },
  (t) => [index("outbox_next").on(t.deliveredAt, t.failedAt, t.nextAt)],
);

/** Publication without the full way: a reason, and a debt until a second person signs. */
export const emergencies = sqliteTable(
  "emergencies",
  {
    assignmentId: assignmentId(),
    edition: integer("edition").notNull(),
    reason: text("reason").notNull(),
    publishedBy: by("published_by"),
    publishedAt: text("published_at").notNull(),
    countersignedBy: text("countersigned_by").references(() => actors.id),
    countersignedAt: text("countersigned_at"),
  },
  (t) => [
    primaryKey({ columns: [t.assignmentId, t.edition] }),
    check("emergencies_two_persons", sql`${t.countersignedBy} is null or ${t.countersignedBy} <> ${t.publishedBy}`),
    index("emergencies_owed").on(t.countersignedAt),
  ],
);
