import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { DisclosureMode } from "#domain/disclosure/disclosure.ts";
import type { AssignmentState, PublicationState } from "#domain/handling/states.ts";
import type { AssignmentRole } from "#domain/motion/campaign.ts";
import type { MotionKind } from "#domain/motion/kind.ts";

/**
 * What the ledger filters and sorts by, brought together from three tables. Triggers keep it, whoever writes, in the same
 * transaction; nothing else may. `ledger_source` (a view) says what must stand here.
 */
export const ledger = sqliteTable(
  "ledger",
  {
    assignmentId: text("assignment_id").primaryKey(),
    motionId: text("motion_id").notNull(),
    cellId: integer("cell_id").notNull(),
    /** Without a date: 9999-12-31. */
    dueKey: text("due_key").notNull(),
    /** {campaign}/0 for 建议, {campaign}/1 for 提案. */
    numberPart: text("number_part").notNull(),
    /** Items of the session before those between sessions, then by number. */
    numberRest: text("number_rest").notNull(),
    /** Place of the unit in the register, five digits. */
    unitKey: text("unit_key").notNull(),
  },
  (t) => [
    index("ledger_cell").on(t.cellId),
    index("ledger_motion").on(t.motionId, t.cellId),
    index("ledger_due").on(t.dueKey, t.assignmentId, t.cellId),
    index("ledger_number").on(t.numberPart, t.numberRest, t.assignmentId, t.cellId),
    index("ledger_unit").on(t.unitKey, t.assignmentId, t.cellId),
  ],
);

/** Every combination of what the ledger filters by that occurs, and how often: totals are sums of it. */
export const ledgerCells = sqliteTable(
  "ledger_cells",
  {
    id: integer("id").primaryKey(),
    campaignId: text("campaign_id").notNull(),
    kind: text("kind").$type<MotionKind>().notNull(),
    unitCode: text("unit_code").notNull(),
    role: text("role").$type<AssignmentRole>().notNull(),
    state: text("state").$type<AssignmentState>().notNull(),
    publication: text("publication").$type<PublicationState>().notNull(),
    keyItem: integer("key_item", { mode: "boolean" }).notNull(),
    dueKey: text("due_key").notNull(),
    /** Of the edition that is worked on, else of the live one; empty where nothing is written yet. */
    classCode: text("class_code").notNull().default(""),
    mode: text("mode").$type<DisclosureMode | "">().notNull().default(""),
    count: integer("count").notNull(),
  },
  (t) => [
    uniqueIndex("ledger_cells_facets").on(
      t.unitCode,
      t.campaignId,
      t.state,
      t.kind,
      t.role,
      t.publication,
      t.keyItem,
      t.dueKey,
      t.classCode,
      t.mode,
    ),
    index("ledger_cells_campaign").on(t.campaignId, t.state),
    index("ledger_cells_state").on(t.state),
  ],
);

/** How many motions a filter of the list of motions leaves. Kept by triggers. */
export const motionCells = sqliteTable(
  "motion_cells",
  {
    campaignId: text("campaign_id").notNull(),
    kind: text("kind").$type<MotionKind>().notNull(),
    keyItem: integer("key_item", { mode: "boolean" }).notNull(),
    count: integer("count").notNull(),
  },
  (t) => [primaryKey({ columns: [t.campaignId, t.kind, t.keyItem] })],
);

/**
 * Every character and every two neighbours of a motion's title and number, lower case: what a search for text starts from.
 * By year, so that the newest are found first.
 */
export const motionGrams = sqliteTable(
  "motion_grams",
  { gram: text("gram").notNull(), campaignId: text("campaign_id").notNull(), motionId: text("motion_id").notNull() },
  (t) => [primaryKey({ columns: [t.gram, t.campaignId, t.motionId] })],
);

/** 1 to 1000, for the triggers that cut a text into its characters. */
export const textPlaces = sqliteTable("text_places", { n: integer("n").primaryKey() });
