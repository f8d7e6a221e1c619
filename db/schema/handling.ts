import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { OBJECTION_DECISIONS, OBJECTION_KINDS, PERSON_DUTIES } from "#domain/assignment/motion-state.ts";
import type { CampaignRules } from "#domain/campaign/campaign-rules.ts";
import { CONTACT_KINDS, CONTACT_PHASES, DECISIONS, OPINION_STATES } from "#domain/contact/contact-kinds.ts";
import type { RichText } from "#domain/reply/rich-text.ts";
import { actors } from "./actors.ts";
import { campaigns } from "./campaigns.ts";
import { oneOf, version } from "./columns.ts";
import { assignments, motions } from "./motions.ts";
import { editions } from "./replies.ts";
import { units } from "./units.ts";

const assignmentId = () =>
  text("assignment_id")
    .notNull()
    .references(() => assignments.id);
const motionId = () =>
  text("motion_id")
    .notNull()
    .references(() => motions.id);
const by = (name: string) =>
  text(name)
    .notNull()
    .references(() => actors.id);
const maybeBy = (name: string) => text(name).references(() => actors.id);

/** What the year asks for; a campaign without a row goes by `DEFAULT_RULES`. */
export const campaignRules = sqliteTable("campaign_rules", {
  campaignId: text("campaign_id")
    .primaryKey()
    .references(() => campaigns.id),
  rules: text("rules", { mode: "json" }).$type<CampaignRules>().notNull(),
  version: version(),
});

/** 分管领导, 联络员, 承办人 of a unit: internal, never public. */
export const unitPeople = sqliteTable(
  "unit_people",
  {
    id: text("id").primaryKey(),
    unitCode: text("unit_code")
      .notNull()
      .references(() => units.code),
    duty: text("duty", { enum: PERSON_DUTIES }).notNull(),
    name: text("name").notNull(),
    title: text("title"),
    phone: text("phone"),
    endedOn: text("ended_on"),
    version: version(),
  },
  (t) => [check("unit_people_duty", oneOf(t.duty, PERSON_DUTIES)), index("unit_people_unit").on(t.unitCode, t.duty)],
);

/** 预交办意见, 异议; a decision ends each. */
export const objections = sqliteTable(
  "objections",
  {
    assignmentId: assignmentId(),
    seq: integer("seq").notNull(),
    kind: text("kind", { enum: OBJECTION_KINDS }).notNull(),
    reason: text("reason").notNull(),
    suggestedUnit: text("suggested_unit").references(() => units.code),
    raisedBy: by("raised_by"),
    raisedAt: text("raised_at").notNull(),
    decision: text("decision", { enum: OBJECTION_DECISIONS }),
    decisionReason: text("decision_reason"),
    decidedBy: maybeBy("decided_by"),
    decidedAt: text("decided_at"),
  },
  (t) => [
    primaryKey({ columns: [t.assignmentId, t.seq] }),
    check("objections_kind", oneOf(t.kind, OBJECTION_KINDS)),
    check("objections_decided", sql`(${t.decision} is null) = (${t.decidedAt} is null)`),
  ],
);

/** 改派, with its history: who had it, who has it, why. */
export const reassignments = sqliteTable(
  "reassignments",
  {
    motionId: motionId(),
    seq: integer("seq").notNull(),
    fromUnit: text("from_unit").references(() => units.code),
    toUnit: text("to_unit").references(() => units.code),
    reason: text("reason").notNull(),
    reassignedBy: by("reassigned_by"),
    reassignedAt: text("reassigned_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.motionId, t.seq] })],
);

/** 会办意见 of a joint assignment: process information, never public (条例 Art. 16). */
export const jointOpinions = sqliteTable(
  "joint_opinions",
  {
    assignmentId: text("assignment_id")
      .primaryKey()
      .references(() => assignments.id),
    state: text("state", { enum: OPINION_STATES }).notNull(),
    body: text("body", { mode: "json" }).$type<RichText>(),
    dueOn: text("due_on"),
    askedBy: by("asked_by"),
    askedAt: text("asked_at").notNull(),
    givenBy: maybeBy("given_by"),
    givenAt: text("given_at"),
    waivedBy: maybeBy("waived_by"),
    waivedReason: text("waived_reason"),
  },
  (t) => [
    check("joint_opinions_state", oneOf(t.state, OPINION_STATES)),
    check("joint_opinions_given", sql`${t.state} <> 'given' or ${t.body} is not null`),
    index("joint_opinions_due").on(t.state, t.dueOn),
  ],
);

/** 沟通 of five kinds in three phases; persons invited and met are counted, names stay inside. */
export const contacts = sqliteTable(
  "contacts",
  {
    assignmentId: assignmentId(),
    seq: integer("seq").notNull(),
    kind: text("kind", { enum: CONTACT_KINDS }).notNull(),
    phase: text("phase", { enum: CONTACT_PHASES }).notNull(),
    heldOn: text("held_on").notNull(),
    place: text("place"),
    invited: integer("invited").notNull(),
    met: integer("met").notNull(),
    note: text("note"),
    recordedBy: by("recorded_by"),
    recordedAt: text("recorded_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.assignmentId, t.seq] }),
    check("contacts_kind", oneOf(t.kind, CONTACT_KINDS)),
    check("contacts_met", sql`${t.met} between 0 and ${t.invited}`),
  ],
);

/** Why there was no 面商. */
export const contactWaivers = sqliteTable("contact_waivers", {
  assignmentId: text("assignment_id")
    .primaryKey()
    .references(() => assignments.id),
  reason: text("reason").notNull(),
  waivedBy: by("waived_by"),
  waivedAt: text("waived_at").notNull(),
});

/** 重点件: leader, 专题面商会, guests. */
export const keyItems = sqliteTable("key_items", {
  motionId: text("motion_id")
    .primaryKey()
    .references(() => motions.id),
  leader: text("leader"),
  meetingOn: text("meeting_on"),
  chair: text("chair"),
  guests: text("guests", { mode: "json" }).$type<string[]>().notNull().default([]),
  note: text("note"),
});

/** 延期: asked for, decided, the deputy told. */
export const extensions = sqliteTable(
  "extensions",
  {
    assignmentId: assignmentId(),
    seq: integer("seq").notNull(),
    reason: text("reason").notNull(),
    newDueOn: text("new_due_on").notNull(),
    requestedBy: by("requested_by"),
    requestedAt: text("requested_at").notNull(),
    decision: text("decision", { enum: DECISIONS }),
    decisionReason: text("decision_reason"),
    decidedBy: maybeBy("decided_by"),
    decidedAt: text("decided_at"),
    /** 已告知代表. */
    toldOn: text("told_on"),
  },
  (t) => [
    primaryKey({ columns: [t.assignmentId, t.seq] }),
    check("extensions_two_persons", sql`${t.decidedBy} is null or ${t.decidedBy} <> ${t.requestedBy}`),
  ],
);

/** What a motion asks for, point by point. */
export const motionAsks = sqliteTable(
  "motion_asks",
  { motionId: motionId(), number: integer("number").notNull(), text: text("text").notNull() },
  (t) => [primaryKey({ columns: [t.motionId, t.number] })],
);

/** Which block of which edition answers which ask. */
export const answerMap = sqliteTable(
  "answer_map",
  {
    assignmentId: text("assignment_id").notNull(),
    edition: integer("edition").notNull(),
    ask: integer("ask").notNull(),
    /** Index of the block in the body, from 0. */
    block: integer("block").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.assignmentId, t.edition, t.ask, t.block] }),
    foreignKey({ columns: [t.assignmentId, t.edition], foreignColumns: [editions.assignmentId, editions.number] }),
  ],
);
