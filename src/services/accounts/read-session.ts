import { countRecoveryCodes } from "#db/reads/accounts.ts";
import { findSessionHolder } from "#db/reads/sessions.ts";
import type { Reader } from "#db/open.ts";
import type { Role } from "#domain/handling/actor.ts";
import type { Duty } from "#domain/account/duty.ts";
import { STEP_UP_LIFE, toSessionEnd } from "#domain/account/session-life.ts";
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
  readonly recoveryCodesLeft: number;
};

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
    secondFactor: hasSecondFactor(account),
    recoveryCodesLeft: await countRecoveryCodes(reader, id),
  };
}
