import { insertSession, purgeSessions } from "#db/writes/sessions.ts";
import type { Transaction } from "#db/open.ts";
import { PENDING_LIFE, SESSION_IDLE, SESSION_LIFE } from "#domain/account/session-life.ts";
import type { Door } from "./sign-in.ts";
import { hashSessionToken, makeSessionToken } from "./session-token.ts";

const toStored = (ms: number) => new Date(ms).toISOString();

/** A token that is shown to its holder once, for the cookie; expiresAt is an instant. */
export type OpenedSession = { readonly token: string; readonly expiresAt: string };

type Holder = { readonly actorId: string; readonly now: number };

/** By what its holder knows a session among others; null: unknown. */
export type Client = { readonly network: string | null; readonly browser: string | null };

export function clientOf({ address, browser }: Pick<Door, "address" | "browser">): Client {
  return { network: address ?? null, browser: browser ?? null };
}

/** A new session; `steppedUp`: its holder has just shown a second factor. `until` keeps the end of the one it replaces. */
export async function openSession(
  tx: Transaction,
  order: Holder & { readonly steppedUp: boolean; readonly client: Client; readonly until?: string },
): Promise<OpenedSession> {
  const { actorId, now, steppedUp, client, until } = order;
  await purgeSessions(tx, toStored(now), toStored(now - SESSION_IDLE));
  const token = makeSessionToken();
  const at = toStored(now);
  const expiresAt = until ?? toStored(now + SESSION_LIFE);
  const times = { createdAt: at, lastSeenAt: at, expiresAt, steppedUpAt: steppedUp ? at : null };
  await insertSession(tx, { tokenHash: hashSessionToken(token), actorId, ...times, ...client });
  return { token, expiresAt };
}

/** Between password and code. It stands among the sessions, so that whatever ends those ends it. */
export async function openPending(tx: Transaction, { actorId, now }: Holder): Promise<OpenedSession> {
  const token = makeSessionToken();
  const at = toStored(now);
  const expiresAt = toStored(now + PENDING_LIFE);
  await insertSession(tx, {
    tokenHash: hashSessionToken(token, "pending"),
    actorId,
    createdAt: at,
    lastSeenAt: at,
    expiresAt,
    pending: true,
  });
  return { token, expiresAt };
}
