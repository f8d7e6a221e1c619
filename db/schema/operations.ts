import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { LiveEvidence, ReleaseReport } from "#domain/release/release-report.ts";
import { RELEASE_STATES } from "#domain/release/release-state.ts";
import { oneOf } from "./columns.ts";

/** Who did what, chained. Append-only by triggers; holds hashes and ids, never the words themselves. */
export const audit = sqliteTable(
  "audit",
  {
    seq: integer("seq").primaryKey(),
    at: text("at").notNull(),
    actorId: text("actor_id").notNull(),
    /** {entity}.{verb}: reply.publish */
    action: text("action").notNull(),
    /** {entity}:{id} */
    object: text("object").notNull(),
    beforeHash: text("before_hash"),
    afterHash: text("after_hash"),
    prevHash: text("prev_hash").notNull().unique(),
    hash: text("hash").notNull().unique(),
  },
  (t) => [
    index("audit_object").on(t.object, t.seq),
    index("audit_action").on(t.action, t.seq),
    check("audit_seq", sql`${t.seq} >= 1`),
  ],
);

export const releases = sqliteTable(
  "releases",
  {
    id: text("id").primaryKey(),
    state: text("state", { enum: RELEASE_STATES }).notNull(),
    /** What asked for it: {entity}.{verb} of the act, or release.request. */
    cause: text("cause").notNull(),
    requestedBy: text("requested_by").notNull(),
    requestedAt: text("requested_at").notNull(),
    startedAt: text("started_at"),
    finishedAt: text("finished_at"),
    step: text("step"),
    /** Work done and all the work of the step. */
    done: integer("done").notNull().default(0),
    total: integer("total").notNull().default(0),
    pages: integer("pages"),
    files: integer("files"),
    bytes: integer("bytes"),
    root: text("root"),
    /** One Chinese sentence. */
    error: text("error"),
    /** Why it did not come about: leak, fewer_pages, cancelled, disk_full … */
    code: text("code"),
    /** Everything is made anew. */
    full: integer("full", { mode: "boolean" }).notNull().default(false),
    /** Scheduled: not before. */
    dueAt: text("due_at"),
    /** Who saw that many pages go, and wants it. */
    confirmedBy: text("confirmed_by"),
    cancelledBy: text("cancelled_by"),
    /** The older release that readers are to see again; null for one that is built. */
    rollbackTo: text("rollback_to"),
    /** What was made, linked and removed, and how long each step took. */
    report: text("report", { mode: "json" }).$type<ReleaseReport>(),
    /** What the live site answered. */
    evidence: text("evidence", { mode: "json" }).$type<LiveEvidence>(),
  },
  (t) => [
    check("releases_state", oneOf(t.state, RELEASE_STATES)),
    index("releases_state_requested").on(t.state, t.requestedAt, t.id),
    index("releases_requested").on(t.requestedAt, t.id),
  ],
);

/** The last change of each motion, noted by triggers (watch-changes.ts): what a release has to read anew. */
export const motionChanges = sqliteTable("motion_changes", {
  seq: integer("seq").primaryKey({ autoIncrement: true }),
  motionId: text("motion_id").notNull().unique(),
});

/** Addresses that answer "withdrawn" at once, before the release without them is built. */
export const hiddenPaths = sqliteTable("hidden_paths", {
  path: text("path").primaryKey(),
  hiddenAt: text("hidden_at").notNull(),
  reason: text("reason").notNull(),
  /** The last release that began after it was hidden: with that one it is gone. No clock decides it. */
  seenBy: text("seen_by"),
});

/** A right that one holder has for a while: one import, one release at a time. */
export const leases = sqliteTable("leases", {
  name: text("name").primaryKey(),
  holder: text("holder").notNull(),
  expiresAt: text("expires_at").notNull(),
});

/** Numbers given once, in a row, inside the transaction that needs them. */
export const sequences = sqliteTable("sequences", {
  name: text("name").primaryKey(),
  value: integer("value").notNull(),
});

export const settings = sqliteTable("settings", { key: text("key").primaryKey(), value: text("value").notNull() });
