import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { DisclosureMode } from "#domain/disclosure/disclosure.ts";
import type { PublicationState } from "#domain/handling/states.ts";
import type { MotionKind } from "#domain/motion/kind.ts";

/**
 * Every reply that is owed, with what the year's figures count of it; an edition counts once it went out. Kept by triggers;
 * `owed_reply_source` (a view) says what must stand here. The index holds all of it in the order in which it is grouped.
 */
export const owedReplies = sqliteTable(
  "owed_replies",
  {
    assignmentId: text("assignment_id").primaryKey(),
    campaignId: text("campaign_id").notNull(),
    kind: text("kind").$type<MotionKind>().notNull(),
    answered: integer("answered").notNull(),
    publication: text("publication").$type<PublicationState>(),
    mode: text("mode").$type<DisclosureMode>(),
    classCode: text("class_code"),
    publishedAt: text("published_at"),
  },
  (t) => [
    index("owed_replies_figures").on(
      t.campaignId,
      t.kind,
      t.answered,
      t.publication,
      t.mode,
      t.classCode,
      t.publishedAt,
    ),
  ],
);
