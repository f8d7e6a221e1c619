import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { DOCUMENT_KINDS, DOCUMENT_STATES, VALIDITIES } from "#domain/document/document.ts";
import type { Finding } from "#domain/gate/finding.ts";
import { WITHDRAWAL_KINDS } from "#domain/handling/withdrawal.ts";
import type { RichText } from "#domain/reply/rich-text.ts";
import { actors } from "./actors.ts";
import { OUTLINES } from "#domain/summary/outline.ts";
import { MOTION_KINDS } from "#domain/motion/kind.ts";
import { campaigns } from "./campaigns.ts";
import { oneOf, version } from "./columns.ts";
import { units } from "./units.ts";

/** 通知, 制度, 总结, 通报 with 政府信息公开 metadata. */
export const documents = sqliteTable(
  "documents",
  {
    slug: text("slug").primaryKey(),
    kind: text("kind", { enum: DOCUMENT_KINDS }).notNull(),
    title: text("title").notNull(),
    issuer: text("issuer").notNull(),
    publisher: text("publisher"),
    docNumber: text("doc_number"),
    /** The number it came with; a re-published item keeps it. Ours is given at publication where it had none. */
    indexNumber: text("index_number").unique(),
    category: text("category"),
    writtenOn: text("written_on"),
    source: text("source"),
    addressee: text("addressee"),
    body: text("body", { mode: "json" }).$type<RichText>().notNull(),
    attachments: text("attachments", { mode: "json" }).$type<string[]>().notNull(),
    validity: text("validity", { enum: VALIDITIES }).notNull().default("in_force"),
    state: text("state", { enum: DOCUMENT_STATES }).notNull().default("draft"),
    contentHash: text("content_hash").notNull(),
    findings: text("findings", { mode: "json" }).$type<Finding[]>().notNull().default([]),
    editedBy: text("edited_by")
      .notNull()
      .references(() => actors.id),
    publishedBy: text("published_by").references(() => actors.id),
    /** Publication on this site, or the older date on which it was first published elsewhere. */
    publishedAt: text("published_at"),
    /** Why it went; the public reads the kind only. Null while it is there, and for those of an earlier make. */
    withdrawalKind: text("withdrawal_kind", { enum: WITHDRAWAL_KINDS }),
    withdrawalReason: text("withdrawal_reason"),
    withdrawnAt: text("withdrawn_at"),
    position: integer("position").notNull().default(0),
    version: version(),
  },
  (t) => [
    check("documents_kind", oneOf(t.kind, DOCUMENT_KINDS)),
    check("documents_validity", oneOf(t.validity, VALIDITIES)),
    check("documents_state", oneOf(t.state, DOCUMENT_STATES)),
    index("documents_state_published").on(t.state, t.publishedAt),
  ],
);

/** What a 总结 is made of, so that its numbers can be set anew. */
export const summaries = sqliteTable(
  "summaries",
  {
    slug: text("slug")
      .primaryKey()
      .references(() => documents.slug),
    campaignId: text("campaign_id")
      .notNull()
      .references(() => campaigns.id),
    outline: text("outline", { enum: OUTLINES }).notNull(),
    /** Null: of the whole government. */
    unitCode: text("unit_code").references(() => units.code),
    /** Null: 建议 and 提案 together. */
    kind: text("kind", { enum: MOTION_KINDS }),
    /** The day whose figures stand in it. */
    asOf: text("as_of").notNull(),
  },
  (t) => [
    check("summaries_outline", oneOf(t.outline, OUTLINES)),
    check("summaries_kind", sql`${t.kind} is null or ${oneOf(t.kind, MOTION_KINDS)}`),
    index("summaries_campaign").on(t.campaignId, t.unitCode),
  ],
);
