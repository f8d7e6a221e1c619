import type { AccountHolder } from "#db/reads/accounts.ts";
import { findKeyHolder } from "#db/reads/accounts.ts";
import { findSessionHolder } from "#db/reads/sessions.ts";
import { touchSession } from "#db/writes/sessions.ts";
import { writeTransaction } from "#db/transaction.ts";
import type { Database, Reader } from "#db/open.ts";
import { TOUCH_EVERY, isSessionOpen } from "#domain/account/session-life.ts";
import type { Actor } from "#domain/handling/actor.ts";
import type { SessionFacts } from "../context.ts";
import { sha256 } from "../hash.ts";
import { hashSessionToken, isSessionToken } from "./session-token.ts";

/** `hy_` and 256 bits in base64url. */
const TOKEN = /^hy_[A-Za-z0-9_-]{43}$/;

export type Authenticated = {
  readonly actor: Actor;
  /** What a key may do; null: all that the role may. */
  readonly scopes: readonly string[] | null;
  readonly session?: SessionFacts;
};

function toActor({ id, name, role, unitCode, duty }: AccountHolder["actor"]): Actor {
  return { id, name, role, unitCode, ...(duty === null ? {} : { duty }) };
}

/**
 * The actor behind an API key; undefined where the key is unknown, expired or revoked or its actor disabled:
 * the caller cannot tell which. Asked at every request, so each of these holds from the next one on (ASVS 8.3.2).
 */
export async function authenticateKey(reader: Reader, token: string, now: Date): Promise<Authenticated | undefined> {
  if (!TOKEN.test(token)) return undefined;
  const holder = await findKeyHolder(reader, sha256(token));
  if (!holder) return undefined;
  const { actor, key } = holder;
  if (actor.disabledAt !== null || key.revokedAt !== null || key.expiresAt <= now.toISOString()) return undefined;
  return { actor: toActor(actor), scopes: key.scopes };
}

/** The actor behind a session; undefined as above. Using it puts off its idle end. */
export async function authenticateSession(db: Database, token: string, now: Date): Promise<Authenticated | undefined> {
  if (!isSessionToken(token)) return undefined;
  const tokenHash = hashSessionToken(token);
  const holder = await findSessionHolder(db, tokenHash);
  if (!holder || holder.actor.disabledAt !== null) return undefined;
  const { lastSeenAt, expiresAt, steppedUpAt } = holder.session;
  const times = { lastSeenAt: Date.parse(lastSeenAt), expiresAt: Date.parse(expiresAt) };
  if (!isSessionOpen(times, now.getTime())) return undefined;
  if (now.getTime() - times.lastSeenAt >= TOUCH_EVERY) {
    await writeTransaction(db, async (tx) => await touchSession(tx, tokenHash, now.toISOString()));
  }
  const session = { tokenHash, steppedUpAt: steppedUpAt === null ? undefined : Date.parse(steppedUpAt) };
  return { actor: toActor(holder.actor), scopes: null, session };
}
