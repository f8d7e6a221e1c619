import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/**
 * Every clock that runs: what it belongs to and the date that it runs from. Triggers keep it in the transaction of the
 * change; `clock_source` (a view) says what must stand here. What is due when is reckoned in the domain.
 */
export const clocks = sqliteTable(
  "clocks",
  {
    source: text("source").notNull(),
    /** Of the assignment, or of the commitment. */
    id: text("id").notNull(),
    /** Round of feedback, number of a follow-up; 0 where there is only one. */
    part: integer("part").notNull(),
    assignmentId: text("assignment_id").notNull(),
    /** Whose it is: the owner's where it is a commitment. */
    unitCode: text("unit_code").notNull(),
    campaignId: text("campaign_id").notNull(),
    anchor: text("anchor").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.source, t.id, t.part] }),
    index("clocks_assignment").on(t.assignmentId),
    index("clocks_anchor").on(t.source, t.campaignId, t.anchor, t.id, t.part),
    index("clocks_unit").on(t.unitCode, t.source, t.campaignId, t.anchor, t.id, t.part),
  ],
);

/** How many clocks of a kind run from a date: totals of the due list are sums of it. */
export const clockCells = sqliteTable(
  "clock_cells",
  {
    source: text("source").notNull(),
    campaignId: text("campaign_id").notNull(),
    unitCode: text("unit_code").notNull(),
    anchor: text("anchor").notNull(),
    count: integer("count").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.source, t.campaignId, t.anchor, t.unitCode] }),
    index("clock_cells_unit").on(t.unitCode, t.source, t.campaignId, t.anchor),
  ],
);
