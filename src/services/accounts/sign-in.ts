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
import { clientOf, openPending, openSession } from "./open-session.ts";
import { hashPassword, isOutdatedHash, verifyPassword } from "./password-hash.ts";
import { recordRefusal } from "../security-events/record-refusal.ts";
import { recordSession, recordSignIn } from "./record-session.ts";
import type { FactorMethod } from "./spend-code.ts";
import { hasSecondFactor, listMethods } from "./spend-code.ts";

/** Whoever asks before they are anyone. */
export type Door = Pick<Context, "db" | "now" | "keyring"> & {
  /** Of the client, where the home knows it. */
  readonly address: string | undefined;
  /** As the client calls itself, in short. */
  readonly browser?: string | undefined;
};

export const SignInInput = z.strictObject({
  login: z.string().min(1, "请填写登录名").max(80, "登录名或密码过长，请核对"),
  password: z.string().min(1, "请填写密码").max(400, "登录名或密码过长，请核对"),
});
export type SignInInput = z.infer<typeof SignInInput>;

export type SignedIn =
  | ({ readonly status: "signed_in" } & OpenedSession)
  | ({ readonly status: "second_factor_required"; readonly methods: readonly FactorMethod[] } & OpenedSession);

/** As logins are stored: people type them in capitals or with a space. */
export function normaliseLogin(login: string): string {
  return login.normalize("NFKC").trim().toLowerCase();
}

async function refuse(door: Door, found: AccountHolder | undefined): Promise<never> {
  await recordRefusal(door, { kind: "sign_in_refused", actorId: found?.actor.id, network: door.address });
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
    if (hasSecondFactor(found)) {
      await recordSession(tx, door, "pend", actorId);
      return {
        status: "second_factor_required",
        methods: listMethods(found),
        ...(await openPending(tx, { actorId, now })),
      };
    }
    if (needsSecondFactor(found.actor.role)) throw FactorNeeded.ofEnrolment();
    await recordSignIn(tx, door, actorId);
    return {
      status: "signed_in",
      ...(await openSession(tx, { actorId, now, steppedUp: false, client: clientOf(door) })),
    };
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
  const isRight = await verifyPassword(door.keyring, password, stored);
  if (!isRight || !found || !stored || found.actor.disabledAt !== null) return await refuse(door, found);
  const rehashed = isOutdatedHash(door.keyring, stored) ? await hashPassword(door.keyring, password) : undefined;
  return (await admit(door, attempt, found, rehashed)) ?? (await refuse(door, found));
}
