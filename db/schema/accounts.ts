import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { SECURITY_EVENTS } from "#domain/account/security-event.ts";
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
  /** Sealed with a key from outside the database; null until a second factor is enrolled. */
  totpSecret: text("totp_secret"),
  /** Last time step that was accepted: a code works once. */
  totpLastStep: integer("totp_last_step").notNull().default(0),
  failures: integer("failures").notNull().default(0),
  /** No attempt is looked at before this instant. */
  delayedUntil: text("delayed_until"),
  /** The last two times that somebody got in, so that the holder sees one that was not theirs. */
  lastSignInAt: text("last_sign_in_at"),
  lastSignInFrom: text("last_sign_in_from"),
  previousSignInAt: text("previous_sign_in_at"),
  previousSignInFrom: text("previous_sign_in_from"),
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
    /** Between password and second factor: opens nothing. */
    pending: integer("pending", { mode: "boolean" }).notNull().default(false),
    /** Address (IPv6: its /64) and browser, for its holder to know it by; null: the machine itself, or unknown. */
    network: text("network"),
    browser: text("browser"),
  },
  (t) => [index("sessions_actor").on(t.actorId)],
);

/** Attempts from one address, whatever the account. */
export const signInAttempts = sqliteTable("sign_in_attempts", {
  address: text("address").primaryKey(),
  failures: integer("failures").notNull(),
  delayedUntil: text("delayed_until"),
});

/** Public keys of WebAuthn credentials (W3C WebAuthn Level 3 §4): a second factor, or both in one. */
export const passkeys = sqliteTable(
  "passkeys",
  {
    /** Credential id, base64url. */
    id: text("id").primaryKey(),
    actorId: actorId(),
    name: text("name").notNull(),
    /** COSE key, base64url. */
    publicKey: text("public_key").notNull(),
    /** 0 for ever where the authenticator does not count. */
    counter: integer("counter").notNull(),
    transports: text("transports", { mode: "json" }).$type<string[]>().notNull(),
    backedUp: integer("backed_up", { mode: "boolean" }).notNull(),
    createdAt: text("created_at").notNull(),
    lastUsedAt: text("last_used_at"),
  },
  (t) => [index("passkeys_actor").on(t.actorId)],
);

/** Challenges that were answered: each is good once. Kept until they would have run out. */
export const spentChallenges = sqliteTable("spent_challenges", {
  hash: text("hash").primaryKey(),
  expiresAt: text("expires_at").notNull(),
});

/** Who got in, who was refused what: counted by the hour, so that a flood is one row. Kept for a year (网络安全法: six months). */
export const securityEvents = sqliteTable(
  "security_events",
  {
    id: integer("id").primaryKey(),
    /** YYYY-MM-DDTHH, UTC. */
    hour: text("hour").notNull(),
    kind: text("kind", { enum: SECURITY_EVENTS }).notNull(),
    /** "": a stranger. */
    actorId: text("actor_id").notNull(),
    /** "": the machine itself, or unknown. */
    network: text("network").notNull(),
    /** Method and address asked for; "": none. */
    target: text("target").notNull(),
    count: integer("count").notNull(),
    firstAt: text("first_at").notNull(),
    lastAt: text("last_at").notNull(),
  },
  (t) => [
    uniqueIndex("security_events_one").on(t.hour, t.actorId, t.kind, t.network, t.target),
    index("security_events_actor").on(t.actorId, t.id),
    index("security_events_kind").on(t.kind, t.id),
  ],
);
