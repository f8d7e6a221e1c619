import { check, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { DISCLOSURE_MODES } from "#domain/disclosure/disclosure.ts";
import type { Finding } from "#domain/gate/finding.ts";
import { VERDICTS } from "#domain/gate/finding.ts";
import { ARCHIVE_FILE_STATES, ARCHIVE_STATES, MATCHED_BY } from "#domain/archive/archive-kinds.ts";
import { MOTION_KINDS } from "#domain/motion/kind.ts";
import { actors } from "./actors.ts";
import { campaigns } from "./campaigns.ts";
import { oneOf, version } from "./columns.ts";
import { assignments } from "./motions.ts";

/** Which column of a table holds what, as somebody chose it: found again by the words of its header row. */
export const columnMappings = sqliteTable("column_mappings", {
  signature: text("signature").primaryKey(),
  /** field → 1-based column. */
  columns: text("columns", { mode: "json" }).$type<Record<string, number>>().notNull(),
  savedBy: text("saved_by")
    .notNull()
    .references(() => actors.id),
  savedAt: text("saved_at").notNull(),
});

/** 往年档案: one ledger and the letters that belong to it. Named by its content, so that the same ledger goes on where it stopped. */
export const archives = sqliteTable(
  "archives",
  {
    id: text("id").primaryKey(),
    campaignId: text("campaign_id")
      .notNull()
      .references(() => campaigns.id),
    kind: text("kind", { enum: MOTION_KINDS }).notNull(),
    ledgerName: text("ledger_name").notNull(),
    ledgerHash: text("ledger_hash").notNull(),
    state: text("state", { enum: ARCHIVE_STATES }).notNull(),
    startedBy: text("started_by")
      .notNull()
      .references(() => actors.id),
    startedAt: text("started_at").notNull(),
    approvedBy: text("approved_by").references(() => actors.id),
    approvedAt: text("approved_at"),
    version: version(),
  },
  (t) => [
    check("archives_kind", oneOf(t.kind, MOTION_KINDS)),
    check("archives_state", oneOf(t.state, ARCHIVE_STATES)),
    index("archives_campaign").on(t.campaignId, t.startedAt),
  ],
);

/** One letter of an archive and what became of it. */
export const archiveFiles = sqliteTable(
  "archive_files",
  {
    archiveId: text("archive_id")
      .notNull()
      .references(() => archives.id),
    fileHash: text("file_hash").notNull(),
    fileName: text("file_name").notNull(),
    state: text("state", { enum: ARCHIVE_FILE_STATES }).notNull(),
    matchedBy: text("matched_by", { enum: MATCHED_BY }),
    assignmentId: text("assignment_id").references(() => assignments.id),
    verdict: text("verdict", { enum: VERDICTS }).notNull(),
    findings: text("findings", { mode: "json" }).$type<Finding[]>().notNull(),
    /** Of the edition that was stored: approval is of this hash and no other. */
    contentHash: text("content_hash"),
    doneAt: text("done_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.archiveId, t.fileHash] }),
    check("archive_files_state", oneOf(t.state, ARCHIVE_FILE_STATES)),
    index("archive_files_name").on(t.archiveId, t.fileName, t.fileHash),
    index("archive_files_state_name").on(t.archiveId, t.state, t.fileName, t.fileHash),
    index("archive_files_assignment").on(t.assignmentId),
  ],
);

/** What an old ledger says became of a matter: facts of the ledger, not of a letter. */
export const ledgerResults = sqliteTable(
  "ledger_results",
  {
    assignmentId: text("assignment_id")
      .primaryKey()
      .references(() => assignments.id),
    archiveId: text("archive_id")
      .notNull()
      .references(() => archives.id),
    row: integer("row").notNull(),
    classCode: text("class_code"),
    mode: text("mode", { enum: DISCLOSURE_MODES }),
    repliedOn: text("replied_on"),
    docNumber: text("doc_number"),
    link: text("link"),
  },
  (t) => [index("ledger_results_archive").on(t.archiveId, t.row)],
);

/** Contacts of deputies and members, kept so that the gate knows them. Never shown, never public. */
export const privateContacts = sqliteTable("private_contacts", {
  contact: text("contact").primaryKey(),
  holder: text("holder").notNull(),
});
