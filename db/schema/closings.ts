import { check, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { sql } from "drizzle-orm";
import { actors } from "./actors.ts";
import { assignments } from "./motions.ts";

/** 办结: each time an answered assignment was closed. 不满意 may open it again, so there may be several. */
export const closings = sqliteTable(
  "closings",
  {
    assignmentId: text("assignment_id")
      .notNull()
      .references(() => assignments.id),
    seq: integer("seq").notNull(),
    /** Why without the deputy's agreement; null where the feedback was in order. Internal. */
    reason: text("reason"),
    closedBy: text("closed_by")
      .notNull()
      .references(() => actors.id),
    closedAt: text("closed_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.assignmentId, t.seq] }), check("closings_seq", sql`${t.seq} >= 1`)],
);
