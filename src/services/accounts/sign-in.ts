import { z } from "zod";
import type { AccountHolder } from "#db/reads/accounts.ts";
import { findAccount, findAccountByLogin } from "#db/reads/accounts.ts";
import { replacePasswordHash } from "#db/writes/accounts.ts";
import { writeTransaction } from "#db/transaction.ts";
import { needsSecondFactor } from "#domain/account/second-factor.ts";
import type { Context } from "../context.ts";
import type { Attempt } from "./attempts.ts";
import { forgiveAttempt, reserveAttempt } from "./attempts.ts";
import { FactorNeeded, SignInRefused } from "./errors.ts";
import type { OpenedSession } from "./open-session.ts";
import { openPending, openSession } from "./open-session.ts";
import { hashPassword, isOutdatedHash, verifyPassword } from "./password-hash.ts";
import { recordSession } from "./record-session.ts";
import { hasSecondFactor } from "./spend-code.ts";

/** Whoever asks before they are anyone. `address`: of the client, where the home knows it. */
export type Door = Pick<Context, "db" | "now"> & { readonly address: string | undefined };

export const SignInInput = z.strictObject({
  login: z.string().min(1, "请填写登录名").max(80, "登录名或密码过长，请核对"),
  password: z.string().min(1, "请填写密码").max(400, "登录名或密码过长，请核对"),
});
export type SignInInput = z.infer<typeof SignInInput>;

export type SignedIn =
  | ({ readonly status: "signed_in" } & OpenedSession)
  | ({ readonly status: "second_factor_required" } & OpenedSession);

/** As logins are stored: people type them in capitals or with a space. */
export function normaliseLogin(login: string): string {
  return login.normalize("NFKC").trim().toLowerCase();
}

async function refuse(door: Door, found: AccountHolder | undefined): Promise<never> {
  const actorId = found?.actor.id ?? "unknown";
  await writeTransaction(door.db, async (tx) => {
    await recordSession(tx, door, "refuse", { actorId, known: false });
  });
  throw SignInRefused.ofPassword();
}

/** Everything that may have changed while the password was being computed is asked again inside. */
async function admit(door: Door, attempt: Attempt, proven: AccountHolder, rehashed: string | undefined) {
  const now = door.now().getTime();
  const actorId = proven.actor.id;
  return await writeTransaction(door.db, async (tx): Promise<SignedIn | undefined> => {
    const found = await findAccount(tx, actorId);
    if (!found || found.actor.disabledAt !== null || found.account.passwordHash !== proven.account.passwordHash)
      return undefined;
    await forgiveAttempt(tx, attempt, now);
    if (rehashed !== undefined)
      await replacePasswordHash(tx, actorId, { from: proven.account.passwordHash ?? "", to: rehashed });
    if (hasSecondFactor(found.account)) {
      await recordSession(tx, door, "pend", { actorId, known: true });
      return { status: "second_factor_required", ...(await openPending(tx, { actorId, now })) };
    }
    if (needsSecondFactor(found.actor.role)) throw FactorNeeded.ofEnrolment();
    await recordSession(tx, door, "start", { actorId, known: true });
    return { status: "signed_in", ...(await openSession(tx, { actorId, now, steppedUp: false })) };
  });
}

/**
 * Login and password: a session, or a pending token that asks for the second factor.
 * Throws SignInRefused, one for all reasons and after the same work; TooManyAttempts; FactorNeeded.
 */
export async function signIn(door: Door, { login: typed, password }: SignInInput): Promise<SignedIn> {
  const attempt = { login: normaliseLogin(typed), address: door.address };
  await reserveAttempt(door.db, attempt, door.now().getTime());
  const found = await findAccountByLogin(door.db, attempt.login);
  const stored = found?.account.passwordHash;
  const isRight = await verifyPassword(password, stored);
  if (!isRight || !found || !stored || found.actor.disabledAt !== null) return await refuse(door, found);
  const rehashed = isOutdatedHash(stored) ? await hashPassword(password) : undefined;
  return (await admit(door, attempt, found, rehashed)) ?? (await refuse(door, found));
}
