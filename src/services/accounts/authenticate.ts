import type { AccountHolder } from "#db/reads/accounts.ts";
import { findKeyHolder } from "#db/reads/accounts.ts";
import { findSessionHolder } from "#db/reads/sessions.ts";
import { updateApiKey } from "#db/writes/accounts.ts";
import { touchSession } from "#db/writes/sessions.ts";
import { writeTransaction } from "#db/transaction.ts";
import type { Database } from "#db/open.ts";
import { KEY_TOUCH_EVERY, TOUCH_EVERY, isSessionOpen } from "#domain/account/session-life.ts";
import type { Actor } from "#domain/handling/actor.ts";
import type { Context, SessionFacts } from "../context.ts";
import { digestOf, isCurrent, listDigests } from "../secrets/keyring.ts";
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
 * Notes the use, and stores a key from before a change of pepper under the present one.
 */
export async function authenticateKey(
  { db, now, keyring }: Pick<Context, "db" | "now" | "keyring">,
  token: string,
): Promise<Authenticated | undefined> {
  if (!TOKEN.test(token)) return undefined;
  const holder = await findKeyHolder(db, listDigests(keyring, "api-key", token));
  if (!holder) return undefined;
  const { actor, key } = holder;
  const at = now();
  if (actor.disabledAt !== null || key.revokedAt !== null || key.expiresAt <= at.toISOString()) return undefined;
  const isRecent = key.lastUsedAt !== null && at.getTime() - Date.parse(key.lastUsedAt) < KEY_TOUCH_EVERY;
  if (!isRecent || !isCurrent(keyring, key.hash)) {
    const use = { lastUsedAt: at.toISOString(), hash: digestOf(keyring, "api-key", token) };
    await writeTransaction(db, async (tx) => await updateApiKey(tx, key.id, use));
  }
  return { actor: toActor(actor), scopes: key.scopes };
}

/** The actor behind a session; undefined as above. Using it puts off its idle end. */
export async function authenticateSession(db: Database, token: string, now: Date): Promise<Authenticated | undefined> {
  if (!isSessionToken(token)) return undefined;
  const tokenHash = hashSessionToken(token);
  const holder = await findSessionHolder(db, tokenHash);
  if (!holder || holder.session.pending || holder.actor.disabledAt !== null) return undefined;
  const { lastSeenAt, expiresAt, steppedUpAt } = holder.session;
  const times = { lastSeenAt: Date.parse(lastSeenAt), expiresAt: Date.parse(expiresAt) };
  if (!isSessionOpen(times, now.getTime())) return undefined;
  if (now.getTime() - times.lastSeenAt >= TOUCH_EVERY) {
    await writeTransaction(db, async (tx) => await touchSession(tx, tokenHash, now.toISOString()));
  }
  const session = { tokenHash, steppedUpAt: steppedUpAt === null ? undefined : Date.parse(steppedUpAt) };
  return { actor: toActor(holder.actor), scopes: null, session };
}
