import { findKeyHolder } from "#db/reads/accounts.ts";
import type { Reader } from "#db/open.ts";
import type { Actor } from "#domain/handling/actor.ts";
import { sha256 } from "../hash.ts";

/** `hy_` and 256 bits in base64url. */
const TOKEN = /^hy_[A-Za-z0-9_-]{43}$/;

/**
 * The actor behind an API key; undefined where the key is unknown, expired or revoked or its actor disabled:
 * the caller cannot tell which. Asked at every request, so each of these holds from the next one on (ASVS 8.3.2).
 */
export async function authenticate(reader: Reader, token: string, now: Date): Promise<Actor | undefined> {
  if (!TOKEN.test(token)) return undefined;
  const holder = await findKeyHolder(reader, sha256(token));
  if (!holder) return undefined;
  const { actor, key } = holder;
  if (actor.disabledAt !== null || key.revokedAt !== null || key.expiresAt <= now.toISOString()) return undefined;
  const { id, name, role, unitCode } = actor;
  return { id, name, role, unitCode };
}
