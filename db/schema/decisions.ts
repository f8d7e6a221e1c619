import { foreignKey, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { CountChange } from "#domain/campaign/campaign-stage.ts";
import { CAMPAIGN_EVENT_KINDS } from "#domain/campaign/campaign-stage.ts";
import { actors } from "./actors.ts";
import { campaigns } from "./campaigns.ts";
import { version } from "./columns.ts";
import { assignments } from "./motions.ts";
import { followUps, returns } from "./replies.ts";

const by = (name: string) =>
  text(name)
    .notNull()
    .references(() => actors.id);

/** 退回理由: the managed list. What was once used keeps its words; it is retired, never deleted. */
export const returnReasons = sqliteTable("return_reasons", {
  code: text("code").primaryKey(),
  text: text("text").notNull().unique(),
  position: integer("position").notNull(),
  retired: integer("retired", { mode: "boolean" }).notNull().default(false),
  version: version(),
});

/** Which reasons a return names, beside its free words. */
export const returnReasonUses = sqliteTable(
  "return_reason_uses",
  {
    assignmentId: text("assignment_id").notNull(),
    edition: integer("edition").notNull(),
    seq: integer("seq").notNull(),
    code: text("code")
      .notNull()
      .references(() => returnReasons.code),
  },
  (t) => [
    primaryKey({ columns: [t.assignmentId, t.edition, t.seq, t.code] }),
    foreignKey({
      columns: [t.assignmentId, t.edition, t.seq],
      foreignColumns: [returns.assignmentId, returns.edition, returns.seq],
    }),
    index("return_reason_uses_code").on(t.code),
  ],
);

/** 续复退回: not approved, with the reason that the unit reads. */
export const followUpReturns = sqliteTable(
  "follow_up_returns",
  {
    assignmentId: text("assignment_id").notNull(),
    number: integer("number").notNull(),
    seq: integer("seq").notNull(),
    reason: text("reason").notNull(),
    returnedBy: by("returned_by"),
    returnedAt: text("returned_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.assignmentId, t.number, t.seq] }),
    foreignKey({
      columns: [t.assignmentId, t.number],
      foreignColumns: [followUps.assignmentId, followUps.number],
    }),
  ],
);

/** 不公开答复复查 (条例 Art. 18): looked at again and kept back, with the reason and the next day. */
export const disclosureReviews = sqliteTable(
  "disclosure_reviews",
  {
    assignmentId: text("assignment_id")
      .notNull()
      .references(() => assignments.id),
    seq: integer("seq").notNull(),
    edition: integer("edition").notNull(),
    reason: text("reason").notNull(),
    nextReviewOn: text("next_review_on").notNull(),
    reviewedBy: by("reviewed_by"),
    reviewedAt: text("reviewed_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.assignmentId, t.seq] })],
);

/** 开始, 收官, 归档 and changed counts of one year, each with its reason. */
export const campaignEvents = sqliteTable(
  "campaign_events",
  {
    campaignId: text("campaign_id")
      .notNull()
      .references(() => campaigns.id),
    seq: integer("seq").notNull(),
    kind: text("kind", { enum: CAMPAIGN_EVENT_KINDS }).notNull(),
    reason: text("reason").notNull(),
    /** Counts before and after, by kind of motion, where they changed. */
    counts: text("counts", { mode: "json" }).$type<CountChange[]>(),
    actedBy: by("acted_by"),
    actedAt: text("acted_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.campaignId, t.seq] })],
);
