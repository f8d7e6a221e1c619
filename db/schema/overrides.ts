import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { actors } from "./actors.ts";
import { assignments } from "./motions.ts";

/**
 * 放行: somebody asks to let one finding of the gate pass, a second person agrees. Of one content hash and no other,
 * so that it dies with any edit; a change of the attachments ends it.
 */
export const gateOverrides = sqliteTable(
  "gate_overrides",
  {
    id: text("id").primaryKey(),
    assignmentId: text("assignment_id")
      .notNull()
      .references(() => assignments.id),
    edition: integer("edition").notNull(),
    contentHash: text("content_hash").notNull(),
    code: text("code").notNull(),
    where: text("where").notNull(),
    /** SHA-256 of the words found: the words themselves stay in the finding. */
    textHash: text("text_hash").notNull(),
    reason: text("reason").notNull(),
    requestedBy: text("requested_by")
      .notNull()
      .references(() => actors.id),
    requestedAt: text("requested_at").notNull(),
    decidedBy: text("decided_by").references(() => actors.id),
    decidedAt: text("decided_at"),
    allowed: integer("allowed", { mode: "boolean" }),
    decisionReason: text("decision_reason"),
    /** The attachments beside the words changed: it lets nothing pass any more, nor can it be agreed to. */
    endedAt: text("ended_at"),
  },
  (t) => [
    check("gate_overrides_two_persons", sql`${t.decidedBy} is null or ${t.decidedBy} <> ${t.requestedBy}`),
    check("gate_overrides_decision", sql`(${t.decidedBy} is null) = (${t.allowed} is null)`),
    index("gate_overrides_assignment").on(t.assignmentId, t.edition, t.contentHash),
  ],
);
