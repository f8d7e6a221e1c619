import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { DUTIES } from "#domain/account/duty.ts";
import { ROLES } from "#domain/handling/actor.ts";
import { oneOf } from "./columns.ts";
import { units } from "./units.ts";

/** One person or machine. Disabling takes effect at the next request. */
export const actors = sqliteTable(
  "actors",
  {
    id: text("id").primaryKey(),
    name: text("name").notNull(),
    role: text("role", { enum: ROLES }).notNull(),
    unitCode: text("unit_code").references(() => units.code),
    /** Null: both. */
    duty: text("duty", { enum: DUTIES }),
    createdAt: text("created_at").notNull(),
    disabledAt: text("disabled_at"),
  },
  (t) => [
    check("actors_role", oneOf(t.role, ROLES)),
    check("actors_unit", sql`(${t.role} = 'unit') = (${t.unitCode} is not null)`),
  ],
);

/** Only a digest of a key is kept; the key itself is shown once. */
export const apiKeys = sqliteTable(
  "api_keys",
  {
    id: text("id").primaryKey(),
    actorId: text("actor_id")
      .notNull()
      .references(() => actors.id),
    hash: text("hash").notNull().unique(),
    createdAt: text("created_at").notNull(),
    expiresAt: text("expires_at").notNull(),
    revokedAt: text("revoked_at"),
    /** What the key may do, as resource:read or resource:write; null: all that the role may. */
    scopes: text("scopes", { mode: "json" }).$type<string[]>(),
    /** Its first characters, to know it by; null for keys from before they were kept. */
    prefix: text("prefix"),
    /** Written once an hour at most. */
    lastUsedAt: text("last_used_at"),
  },
  (t) => [index("api_keys_actor").on(t.actorId)],
);

/** The first answer to an Idempotency-Key, given again to whoever repeats it (draft-ietf-httpapi-idempotency-key-header-07). */
export const idempotencyKeys = sqliteTable(
  "idempotency_keys",
  {
    actorId: text("actor_id")
      .notNull()
      .references(() => actors.id),
    key: text("key").notNull(),
    requestHash: text("request_hash").notNull(),
    /** null while the first request is still under way. */
    status: integer("status"),
    headers: text("headers", { mode: "json" }).$type<Record<string, string>>(),
    body: text("body"),
    createdAt: text("created_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.actorId, t.key] }), index("idempotency_keys_created").on(t.createdAt)],
);
