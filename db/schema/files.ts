import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { ATTACHMENT_TYPES } from "#domain/attachment/attachment.ts";
import type { Finding } from "#domain/gate/finding.ts";
import { VERDICTS } from "#domain/gate/finding.ts";
import { actors } from "./actors.ts";
import { oneOf } from "./columns.ts";
import { assignments } from "./motions.ts";

/** 附件 of a reply. The bytes lie in the file store under `id`, a random name; `name` is display text only. */
export const attachments = sqliteTable(
  "attachments",
  {
    id: text("id").primaryKey(),
    assignmentId: text("assignment_id")
      .notNull()
      .references(() => assignments.id),
    edition: integer("edition").notNull(),
    name: text("name").notNull(),
    type: text("type", { enum: ATTACHMENT_TYPES }).notNull(),
    bytes: integer("bytes").notNull(),
    sha256: text("sha256").notNull(),
    pages: integer("pages"),
    verdict: text("verdict", { enum: VERDICTS }).notNull(),
    findings: text("findings", { mode: "json" }).$type<Finding[]>().notNull(),
    addedBy: text("added_by")
      .notNull()
      .references(() => actors.id),
    addedAt: text("added_at").notNull(),
    /** Taken out again: the row stays for the record. */
    removedAt: text("removed_at"),
    /** From this edition on it is no longer part of the letter; the editions before keep it. Null with `removedAt`: of none. */
    removedInEdition: integer("removed_in_edition"),
  },
  (t) => [
    check("attachments_type", oneOf(t.type, ATTACHMENT_TYPES)),
    check("attachments_bytes", sql`${t.bytes} > 0`),
    index("attachments_assignment").on(t.assignmentId, t.edition, t.addedAt),
  ],
);

/** 原件: the Word file that a letter was read from, kept as it came. Internal: a release knows nothing of it. */
export const originals = sqliteTable(
  "originals",
  {
    /** Random; the bytes lie in the file store under it. */
    id: text("id").primaryKey(),
    assignmentId: text("assignment_id")
      .notNull()
      .references(() => assignments.id),
    name: text("name").notNull(),
    bytes: integer("bytes").notNull(),
    sha256: text("sha256").notNull(),
    keptBy: text("kept_by")
      .notNull()
      .references(() => actors.id),
    keptAt: text("kept_at").notNull(),
  },
  (t) => [
    check("originals_bytes", sql`${t.bytes} > 0`),
    uniqueIndex("originals_file").on(t.assignmentId, t.sha256),
    index("originals_assignment").on(t.assignmentId, t.keptAt, t.id),
  ],
);
