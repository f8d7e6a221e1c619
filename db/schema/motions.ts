import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { ASSIGNMENT_STATES } from "#domain/handling/states.ts";
import { MOTION_STATES } from "#domain/assignment/motion-state.ts";
import { ASSIGNMENT_ROLES } from "#domain/motion/campaign.ts";
import { MOTION_KINDS } from "#domain/motion/kind.ts";
import { campaigns, sittings } from "./campaigns.ts";
import { motionOrder, oneOf, version } from "./columns.ts";
import { units } from "./units.ts";

export const topics = sqliteTable("topics", {
  slug: text("slug").primaryKey(),
  name: text("name").notNull().unique(),
  description: text("description").notNull(),
  position: integer("position").notNull(),
});

/** 建议, 提案. `id` is the address without slashes: 2026-jianyi-39. */
export const motions = sqliteTable(
  "motions",
  {
    id: text("id").primaryKey(),
    campaignId: text("campaign_id")
      .notNull()
      .references(() => campaigns.id),
    kind: text("kind", { enum: MOTION_KINDS }).notNull(),
    sittingId: text("sitting_id")
      .notNull()
      .references(() => sittings.id),
    betweenSessions: integer("between_sessions", { mode: "boolean" }).notNull(),
    number: integer("number").notNull(),
    title: text("title").notNull(),
    category: text("category"),
    topicSlug: text("topic_slug").references(() => topics.slug),
    /** 代表团 or 界别. */
    filerGroup: text("filer_group"),
    /** 联名人 as printed: it may name some and count the rest (甲、乙等5人). */
    jointText: text("joint_text"),
    /** The lead filer included. */
    proposerCount: integer("proposer_count").notNull(),
    keyItem: integer("key_item", { mode: "boolean" }).notNull(),
    leader: text("leader"),
    supervisor: text("supervisor"),
    assignedOn: text("assigned_on").notNull(),
    dueOn: text("due_on"),
    state: text("state", { enum: MOTION_STATES }).notNull().default("assigned"),
    mergedInto: text("merged_into"),
    /** Why it left: merged, transferred, withdrawn. Internal. */
    closedReason: text("closed_reason"),
    /** 代表要求保密. */
    confidential: integer("confidential", { mode: "boolean" }).notNull().default(false),
    version: version(),
  },
  (t) => [
    check("motions_state", oneOf(t.state, MOTION_STATES)),
    check("motions_merged", sql`(${t.state} = 'merged') = (${t.mergedInto} is not null)`),
    check("motions_kind", oneOf(t.kind, MOTION_KINDS)),
    check("motions_number", sql`${t.number} between 1 and 99999`),
    check("motions_proposer_count", sql`${t.proposerCount} >= 1`),
    uniqueIndex("motions_sitting_number").on(t.sittingId, t.kind, t.betweenSessions, t.number),
    index("motions_campaign").on(t.campaignId, t.kind, t.betweenSessions, t.number),
    index("motions_topic").on(t.topicSlug, t.campaignId),
    index("motions_counted").on(t.campaignId, t.kind, t.state, t.keyItem),
    // The order of the list of motions.
    index("motions_order").on(motionOrder(t), t.id),
    index("motions_kind").on(t.kind, motionOrder(t), t.id),
    index("motions_key_item").on(t.keyItem, motionOrder(t), t.id),
  ],
);

/** 领衔代表 or 第一提案人 at position 0, 联名人 after. */
export const proposers = sqliteTable(
  "proposers",
  {
    motionId: text("motion_id")
      .notNull()
      .references(() => motions.id),
    position: integer("position").notNull(),
    name: text("name").notNull(),
  },
  (t) => [primaryKey({ columns: [t.motionId, t.position] })],
);

/** One unit's part in one motion. 件 counts motions, 件次 counts lead and separate assignments. */
export const assignments = sqliteTable(
  "assignments",
  {
    /** {motion}.{unit}: 2026-jianyi-39.zhujian */
    id: text("id").primaryKey(),
    motionId: text("motion_id")
      .notNull()
      .references(() => motions.id),
    unitCode: text("unit_code")
      .notNull()
      .references(() => units.code),
    /** Of the motion, kept here so that the ledger is one indexed walk. */
    campaignId: text("campaign_id")
      .notNull()
      .references(() => campaigns.id),
    role: text("role", { enum: ASSIGNMENT_ROLES }).notNull(),
    position: integer("position").notNull(),
    state: text("state", { enum: ASSIGNMENT_STATES }).notNull(),
    /** The day on which this unit was given its part: 交办, 改派, 增加会办. Null while it is only proposed. */
    assignedOn: text("assigned_on"),
    dueOn: text("due_on"),
    signedAt: text("signed_at"),
    version: version(),
  },
  (t) => [
    check("assignments_role", oneOf(t.role, ASSIGNMENT_ROLES)),
    check("assignments_state", oneOf(t.state, ASSIGNMENT_STATES)),
    uniqueIndex("assignments_motion_unit").on(t.motionId, t.unitCode),
    index("assignments_campaign_due").on(t.campaignId, t.dueOn, t.id),
    index("assignments_campaign_state").on(t.campaignId, t.state, t.id),
    index("assignments_unit").on(t.unitCode, t.campaignId, t.id),
  ],
);
