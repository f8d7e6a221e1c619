import { countRecoveryCodes } from "#db/reads/accounts.ts";
import { sumEventsSince } from "#db/reads/security-events.ts";
import type { SessionHolder } from "#db/reads/sessions.ts";
import { findSessionHolder, listSessionsOf } from "#db/reads/sessions.ts";
import type { Reader } from "#db/open.ts";
import type { Role } from "#domain/handling/actor.ts";
import type { Duty } from "#domain/account/duty.ts";
import { STEP_UP_LIFE, isSessionOpen, toSessionEnd } from "#domain/account/session-life.ts";
import { hasSecondFactor } from "./spend-code.ts";

/** What the person at the browser may know of the session. Instants. */
export type SessionView = {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly unitCode: string | null;
  readonly duty: Duty | null;
  readonly startedAt: string;
  /** Ends then unless it is used before; and in any case at expiresAt. */
  readonly idleEndsAt: string;
  readonly expiresAt: string;
  readonly steppedUpUntil: string | null;
  readonly secondFactor: boolean;
  readonly passkeys: number;
  readonly recoveryCodesLeft: number;
  /** The sign-in before this one, whoever it was; null: there was none. */
  readonly previousSignIn: { readonly at: string; readonly network: string | null } | null;
  /** How often a sign-in to this account was refused since then. */
  readonly refusedSince: number;
  /** Open sessions of the same person beside this one. */
  readonly otherSessions: number;
};

/** What somebody whose account another one uses would see (ASVS 6.3.5). */
async function readNotice(reader: Reader, { account, session }: SessionHolder) {
  const { previousSignInAt: at, previousSignInFrom: network, actorId } = account;
  const all = await listSessionsOf(reader, actorId);
  const now = Date.parse(session.lastSeenAt);
  const others = all.filter(({ tokenHash, lastSeenAt, expiresAt }) => {
    const times = { lastSeenAt: Date.parse(lastSeenAt), expiresAt: Date.parse(expiresAt) };
    return tokenHash !== session.tokenHash && isSessionOpen(times, now);
  });
  return {
    previousSignIn: at === null ? null : { at, network },
    refusedSince: await sumEventsSince(reader, actorId, ["sign_in_refused", "code_refused"], at ?? ""),
    otherSessions: others.length,
  };
}

export async function findSession(reader: Reader, tokenHash: string): Promise<SessionView | undefined> {
  const found = await findSessionHolder(reader, tokenHash);
  if (!found) return undefined;
  const { session, actor, account } = found;
  const { createdAt: startedAt, expiresAt, steppedUpAt } = session;
  const end = toSessionEnd({ lastSeenAt: Date.parse(session.lastSeenAt), expiresAt: Date.parse(expiresAt) });
  const { id, name, role, unitCode, duty } = actor;
  return {
    id,
    login: account.login,
    name,
    role,
    unitCode,
    duty,
    startedAt,
    idleEndsAt: new Date(end).toISOString(),
    expiresAt,
    steppedUpUntil: steppedUpAt === null ? null : new Date(Date.parse(steppedUpAt) + STEP_UP_LIFE).toISOString(),
    secondFactor: hasSecondFactor(found),
    passkeys: found.passkeys,
    ...(await readNotice(reader, found)),
    recoveryCodesLeft: await countRecoveryCodes(reader, id),
  };
}
