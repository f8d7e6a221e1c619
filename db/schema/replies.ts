import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { FOLLOW_UP_KINDS } from "#domain/commitment/commitment-kinds.ts";
import { DISCLOSURE_GROUNDS, DISCLOSURE_MODES } from "#domain/disclosure/disclosure.ts";
import type { Finding } from "#domain/gate/finding.ts";
import { VERDICTS } from "#domain/gate/finding.ts";
import { CONSENTS } from "#domain/feedback/feedback-kinds.ts";
import { EDITION_STATES, PUBLICATION_STATES } from "#domain/handling/states.ts";
import { WITHDRAWAL_KINDS } from "#domain/handling/withdrawal.ts";
import type { LetterDraft } from "#domain/reply/letter.ts";
import type { RichText } from "#domain/reply/rich-text.ts";
import { actors } from "./actors.ts";
import { oneOf } from "./columns.ts";
import { assignments, motions } from "./motions.ts";

/** 答复: one per lead or separate assignment, named by it. Its words stand in its editions. */
export const replies = sqliteTable(
  "replies",
  {
    assignmentId: text("assignment_id")
      .primaryKey()
      .references(() => assignments.id),
    /** Edition that is being worked on; null when none is. */
    draftEdition: integer("draft_edition"),
    /** Edition that is public or withheld by decision; null before the first. */
    liveEdition: integer("live_edition"),
    publication: text("publication", { enum: PUBLICATION_STATES }).notNull().default("unpublished"),
    /** 索引号: given once at the first publication, never changed. */
    indexNumber: text("index_number").unique(),
    firstPublishedAt: text("first_published_at"),
  },
  (t) => [
    check("replies_publication", oneOf(t.publication, PUBLICATION_STATES)),
    index("replies_published").on(t.publication, t.firstPublishedAt),
  ],
);

/** Every version of a letter that was ever sent on; only the draft may still change. */
export const editions = sqliteTable(
  "editions",
  {
    assignmentId: text("assignment_id")
      .notNull()
      .references(() => replies.assignmentId),
    number: integer("number").notNull(),
    state: text("state", { enum: EDITION_STATES }).notNull(),
    classCode: text("class_code"),
    docNumber: text("doc_number"),
    title: text("title"),
    addressee: text("addressee"),
    body: text("body", { mode: "json" }).$type<RichText>().notNull(),
    signatory: text("signatory"),
    signedOn: text("signed_on"),
    contactName: text("contact_name"),
    contactPhone: text("contact_phone"),
    copyTo: text("copy_to"),
    /** 更正说明: required from the second edition on. */
    note: text("note"),
    /** 公开更正前后对照: the words that this edition takes out may still be read. No, where they had to go. */
    showsChanges: integer("shows_changes", { mode: "boolean" }).notNull().default(false),
    /** SHA-256 over what is to be published, disclosure included: a scan or approval is of this hash and no other. */
    contentHash: text("content_hash").notNull(),
    scannedHash: text("scanned_hash"),
    verdict: text("verdict", { enum: VERDICTS }),
    findings: text("findings", { mode: "json" }).$type<Finding[]>().notNull().default([]),
    /** Last hand on the words. */
    editedBy: text("edited_by")
      .notNull()
      .references(() => actors.id),
    editedAt: text("edited_at").notNull(),
    /** Everyone who ever put a hand on the words of this edition. */
    editors: text("editors", { mode: "json" }).$type<string[]>().notNull().default([]),
    /** 单位审签, where the campaign wants it. */
    signedOffBy: text("signed_off_by").references(() => actors.id),
    signedOffAt: text("signed_off_at"),
    submittedBy: text("submitted_by").references(() => actors.id),
    submittedAt: text("submitted_at"),
    approvedBy: text("approved_by").references(() => actors.id),
    approvedAt: text("approved_at"),
    approvedHash: text("approved_hash"),
    finalisedBy: text("finalised_by").references(() => actors.id),
    finalisedAt: text("finalised_at"),
    publishedBy: text("published_by").references(() => actors.id),
    publishedAt: text("published_at"),
  },
  (t) => [
    primaryKey({ columns: [t.assignmentId, t.number] }),
    check("editions_state", oneOf(t.state, EDITION_STATES)),
    check("editions_number", sql`${t.number} >= 1`),
    check("editions_body", sql`json_valid(${t.body})`),
    check("editions_note", sql`${t.number} = 1 or ${t.note} is not null`),
    // The second person, once more, where no code can forget it.
    check("editions_two_persons", sql`${t.approvedBy} is null or ${t.approvedBy} <> ${t.submittedBy}`),
    check("editions_publisher", sql`${t.publishedBy} is null or ${t.publishedBy} <> ${t.submittedBy}`),
  ],
);

/** 公开属性, decided for one edition together with its words (复文与公开同步审查). */
export const disclosures = sqliteTable(
  "disclosures",
  {
    assignmentId: text("assignment_id").notNull(),
    edition: integer("edition").notNull(),
    mode: text("mode", { enum: DISCLOSURE_MODES }).notNull(),
    ground: text("ground", { enum: DISCLOSURE_GROUNDS }),
    groundText: text("ground_text"),
    /** What is published instead of the letter's body where the mode is summary or redacted. */
    publicBody: text("public_body", { mode: "json" }).$type<RichText>(),
    reviewAgainOn: text("review_again_on"),
    /** Asked together with the draft: may the reply be public? */
    consent: text("consent", { enum: CONSENTS }).notNull().default("not_asked"),
  },
  (t) => [
    primaryKey({ columns: [t.assignmentId, t.edition] }),
    foreignKey({ columns: [t.assignmentId, t.edition], foreignColumns: [editions.assignmentId, editions.number] }),
    check("disclosures_mode", oneOf(t.mode, DISCLOSURE_MODES)),
    check("disclosures_ground", sql`${t.ground} is null or ${oneOf(t.ground, DISCLOSURE_GROUNDS)}`),
    index("disclosures_review").on(t.reviewAgainOn, t.assignmentId),
  ],
);

/** 退回重办: each with its reasons. */
export const returns = sqliteTable(
  "returns",
  {
    assignmentId: text("assignment_id").notNull(),
    edition: integer("edition").notNull(),
    seq: integer("seq").notNull(),
    reason: text("reason").notNull(),
    returnedBy: text("returned_by")
      .notNull()
      .references(() => actors.id),
    returnedAt: text("returned_at").notNull(),
    /** The letter as it was sent back, so that what was changed since can be seen. */
    letter: text("letter", { mode: "json" }).$type<LetterDraft>(),
  },
  (t) => [
    primaryKey({ columns: [t.assignmentId, t.edition, t.seq] }),
    foreignKey({ columns: [t.assignmentId, t.edition], foreignColumns: [editions.assignmentId, editions.number] }),
  ],
);

export const withdrawals = sqliteTable(
  "withdrawals",
  {
    assignmentId: text("assignment_id")
      .notNull()
      .references(() => replies.assignmentId),
    seq: integer("seq").notNull(),
    kind: text("kind", { enum: WITHDRAWAL_KINDS }).notNull(),
    /** Internal; the public reads the kind only. */
    reason: text("reason").notNull(),
    withdrawnBy: text("withdrawn_by")
      .notNull()
      .references(() => actors.id),
    withdrawnAt: text("withdrawn_at").notNull(),
    /** 并入: the motion under whose answer it is found now. */
    mergedInto: text("merged_into").references(() => motions.id),
  },
  (t) => [primaryKey({ columns: [t.assignmentId, t.seq] }), check("withdrawals_kind", oneOf(t.kind, WITHDRAWAL_KINDS))],
);

/** 续办续复: what became of a reply that promised. A row without `repliedOn` is still owed. */
export const followUps = sqliteTable(
  "follow_ups",
  {
    assignmentId: text("assignment_id")
      .notNull()
      .references(() => replies.assignmentId),
    number: integer("number").notNull(),
    kind: text("kind", { enum: FOLLOW_UP_KINDS }).notNull().default("owed"),
    dueOn: text("due_on"),
    repliedOn: text("replied_on"),
    /** Class after the follow-up. */
    classCode: text("class_code"),
    body: text("body", { mode: "json" }).$type<RichText>(),
    /** What shows that the class changed: needed where it does. */
    evidence: text("evidence"),
    /** Last hand on the words. */
    draftedBy: text("drafted_by").references(() => actors.id),
    submittedBy: text("submitted_by").references(() => actors.id),
    submittedAt: text("submitted_at"),
    approvedBy: text("approved_by").references(() => actors.id),
    approvedAt: text("approved_at"),
    publishedAt: text("published_at"),
  },
  (t) => [
    primaryKey({ columns: [t.assignmentId, t.number] }),
    check("follow_ups_complete", sql`${t.repliedOn} is null or (${t.classCode} is not null and ${t.body} is not null)`),
    check(
      "follow_ups_two_persons",
      sql`${t.approvedBy} is null or ${t.submittedBy} is null or ${t.approvedBy} <> ${t.submittedBy}`,
    ),
    index("follow_ups_due").on(t.dueOn),
  ],
);
