import { check, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { BODIES, CAMPAIGN_STATES } from "#domain/motion/campaign.ts";
import { MOTION_KINDS } from "#domain/motion/kind.ts";
import { CLASS_TONES } from "#domain/scheme/scheme.ts";
import { oneOf, version } from "./columns.ts";

/** 届次: numbers of motions are unique within sitting and kind. */
export const sittings = sqliteTable(
  "sittings",
  {
    id: text("id").primaryKey(),
    body: text("body", { enum: BODIES }).notNull(),
    term: integer("term").notNull(),
    session: integer("session").notNull(),
    name: text("name").notNull(),
    shortName: text("short_name").notNull().unique(),
  },
  (t) => [check("sittings_body", oneOf(t.body, BODIES))],
);

export const schemes = sqliteTable("schemes", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  source: text("source").notNull(),
});

export const schemeClasses = sqliteTable(
  "scheme_classes",
  {
    schemeId: text("scheme_id")
      .notNull()
      .references(() => schemes.id),
    code: text("code").notNull(),
    position: integer("position").notNull(),
    label: text("label").notNull(),
    definition: text("definition").notNull(),
    canonical: text("canonical", { mode: "json" }).$type<string[]>().notNull(),
    countsAsResolved: integer("counts_as_resolved", { mode: "boolean" }).notNull(),
    needsFollowUp: integer("needs_follow_up", { mode: "boolean" }).notNull(),
    tone: text("tone", { enum: CLASS_TONES }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.schemeId, t.code] }), check("scheme_classes_tone", oneOf(t.tone, CLASS_TONES))],
);

export const campaigns = sqliteTable(
  "campaigns",
  {
    id: text("id").primaryKey(),
    year: integer("year").notNull().unique(),
    name: text("name").notNull(),
    state: text("state", { enum: CAMPAIGN_STATES }).notNull(),
    /** Deputies' names are public only where the campaign says so. */
    namesPublic: integer("names_public", { mode: "boolean" }).notNull().default(false),
    /** 归档: a closed year whose papers were handed over. */
    archivedAt: text("archived_at"),
    version: version(),
  },
  (t) => [check("campaigns_state", oneOf(t.state, CAMPAIGN_STATES))],
);

/** What differs between 建议 and 提案 of one year: sitting, class scheme, dates, counts. */
export const campaignKinds = sqliteTable(
  "campaign_kinds",
  {
    campaignId: text("campaign_id")
      .notNull()
      .references(() => campaigns.id),
    kind: text("kind", { enum: MOTION_KINDS }).notNull(),
    sittingId: text("sitting_id")
      .notNull()
      .references(() => sittings.id),
    schemeId: text("scheme_id")
      .notNull()
      .references(() => schemes.id),
    assignedOn: text("assigned_on").notNull(),
    followUpDueOn: text("follow_up_due_on"),
    /** The number that the notice states; imports are reconciled against it. */
    expectedCount: integer("expected_count"),
    /** All motions filed, those not for the government included. */
    filedCount: integer("filed_count"),
  },
  (t) => [primaryKey({ columns: [t.campaignId, t.kind] }), check("campaign_kinds_kind", oneOf(t.kind, MOTION_KINDS))],
);
