import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { actors } from "./actors.ts";

const actorId = () =>
  text("actor_id")
    .notNull()
    .references(() => actors.id);

/** How a person signs in. Provisioned by the office; no e-mail, no self sign-up. */
export const accounts = sqliteTable("accounts", {
  actorId: text("actor_id")
    .primaryKey()
    .references(() => actors.id),
  login: text("login").notNull().unique(),
  /** PHC-like string with its parameters; null until the account is activated. */
  passwordHash: text("password_hash"),
  passwordChangedAt: text("password_changed_at"),
  /** Base32; null until a second factor is enrolled. */
  totpSecret: text("totp_secret"),
  /** Last time step that was accepted: a code works once. */
  totpLastStep: integer("totp_last_step").notNull().default(0),
  failures: integer("failures").notNull().default(0),
  /** No attempt is looked at before this instant. */
  delayedUntil: text("delayed_until"),
});

/** One-time codes by which an account is activated or reset: handed over by the office, 24 hours. */
export const activationCodes = sqliteTable("activation_codes", {
  hash: text("hash").primaryKey(),
  actorId: actorId(),
  expiresAt: text("expires_at").notNull(),
  usedAt: text("used_at"),
});

export const recoveryCodes = sqliteTable(
  "recovery_codes",
  { actorId: actorId(), hash: text("hash").notNull(), usedAt: text("used_at") },
  (t) => [primaryKey({ columns: [t.actorId, t.hash] })],
);

/** Opaque tokens; only their SHA-256 is kept. */
export const sessions = sqliteTable(
  "sessions",
  {
    tokenHash: text("token_hash").primaryKey(),
    actorId: actorId(),
    createdAt: text("created_at").notNull(),
    lastSeenAt: text("last_seen_at").notNull(),
    expiresAt: text("expires_at").notNull(),
    /** Last fresh second factor: publish, withdraw and user management ask for one. */
    steppedUpAt: text("stepped_up_at"),
  },
  (t) => [index("sessions_actor").on(t.actorId)],
);

/** Attempts from one address, whatever the account. */
export const signInAttempts = sqliteTable("sign_in_attempts", {
  address: text("address").primaryKey(),
  failures: integer("failures").notNull(),
  delayedUntil: text("delayed_until"),
});
