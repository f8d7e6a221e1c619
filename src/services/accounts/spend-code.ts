import type { AccountRow } from "#db/reads/accounts.ts";
import { takeTotpStep, updateAccount, useRecoveryCode } from "#db/writes/accounts.ts";
import type { Transaction } from "#db/open.ts";
import { CODE_DELAY, addFailure, toWait } from "#domain/account/delay.ts";
import { UNPROVEN } from "#domain/account/second-factor.ts";
import { FactorNeeded, SignInRefused, TooManyAttempts } from "./errors.ts";
import { hashCode } from "./one-time-code.ts";
import { findTotpStep } from "./totp.ts";

export function hasSecondFactor({ totpSecret, totpLastStep }: AccountRow): boolean {
  return totpSecret !== null && totpLastStep !== UNPROVEN;
}

/** Failures of an account after its password was right. */
export function attemptsOf({ failures, delayedUntil }: AccountRow) {
  return { failures, delayedUntil: delayedUntil === null ? undefined : Date.parse(delayedUntil) };
}

/** What a code came to. A refusal must be written too, so it is a value: throw it after the transaction. */
export type Spent = { readonly ok: true } | { readonly ok: false; readonly error: Error };

async function isGood(tx: Transaction, account: AccountRow, code: string, now: number): Promise<boolean> {
  const { actorId, totpSecret } = account;
  if (totpSecret === null) return false;
  const digits = code.replaceAll(/\s/g, "");
  if (/^\d{6}$/.test(digits)) {
    const step = findTotpStep(totpSecret, digits, now);
    return step !== undefined && (await takeTotpStep(tx, actorId, step));
  }
  return await useRecoveryCode(tx, actorId, hashCode(code), new Date(now).toISOString());
}

/** Takes a TOTP or recovery code: each is good once, of two requests at once for one of them. */
export async function spendCode(tx: Transaction, account: AccountRow, code: string, now: number): Promise<Spent> {
  if (!hasSecondFactor(account)) return { ok: false, error: FactorNeeded.ofEnrolment() };
  const wait = toWait(attemptsOf(account), now);
  if (wait > 0) return { ok: false, error: new TooManyAttempts(wait) };
  if (await isGood(tx, account, code, now)) {
    await updateAccount(tx, account.actorId, { failures: 0, delayedUntil: null });
    return { ok: true };
  }
  const { failures, delayedUntil } = addFailure(CODE_DELAY, attemptsOf(account), now);
  await updateAccount(tx, account.actorId, { failures, delayedUntil: new Date(delayedUntil).toISOString() });
  return { ok: false, error: SignInRefused.ofCode() };
}
