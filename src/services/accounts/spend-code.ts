import type { AccountHolder, AccountRow } from "#db/reads/accounts.ts";
import { takeTotpStep, updateAccount, useRecoveryCode } from "#db/writes/accounts.ts";
import type { Transaction } from "#db/open.ts";
import { CODE_DELAY, addFailure, toWait } from "#domain/account/delay.ts";
import { UNPROVEN } from "#domain/account/second-factor.ts";
import type { Context } from "../context.ts";
import { isCurrent } from "../secrets/keyring.ts";
import { openText, sealText } from "../secrets/sealed-text.ts";
import { FactorNeeded, SignInRefused, TooManyAttempts } from "./errors.ts";
import { listCodeDigests } from "./one-time-code.ts";
import { findTotpStep } from "./totp.ts";

type Holder = Pick<AccountHolder, "account" | "passkeys">;

export function hasTotp({ totpSecret, totpLastStep }: AccountRow): boolean {
  return totpSecret !== null && totpLastStep !== UNPROVEN;
}

export function hasSecondFactor({ account, passkeys }: Holder): boolean {
  return hasTotp(account) || passkeys > 0;
}

/** A code of an app or of the recovery codes; a passkey. */
export type FactorMethod = "code" | "passkey";

/** By what the holder may prove to be it. */
export function listMethods(holder: Holder): FactorMethod[] {
  return [...(hasSecondFactor(holder) ? ["code" as const] : []), ...(holder.passkeys > 0 ? ["passkey" as const] : [])];
}

/** Failures of an account after its password was right. */
export function attemptsOf({ failures, delayedUntil }: AccountRow) {
  return { failures, delayedUntil: delayedUntil === null ? undefined : Date.parse(delayedUntil) };
}

/** What a code came to. A refusal must be written too, so it is a value: throw it after the transaction. */
export type Spent = { readonly ok: true } | { readonly ok: false; readonly error: Error };

type Means = Pick<Context, "now" | "keyring">;

/** A secret under an older key, or under none, is sealed anew when it was used. */
async function takeTotp(tx: Transaction, { now, keyring }: Means, account: AccountRow, digits: string) {
  const { actorId, totpSecret } = account;
  if (totpSecret === null || !hasTotp(account)) return false;
  const secret = openText(keyring, actorId, totpSecret);
  const step = findTotpStep(secret, digits, now().getTime());
  if (step === undefined || !(await takeTotpStep(tx, actorId, step))) return false;
  if (!isCurrent(keyring, totpSecret))
    await updateAccount(tx, actorId, { totpSecret: sealText(keyring, actorId, secret) });
  return true;
}

async function isGood(tx: Transaction, means: Means, account: AccountRow, code: string): Promise<boolean> {
  const digits = code.replaceAll(/\s/g, "");
  if (/^\d{6}$/.test(digits)) return await takeTotp(tx, means, account, digits);
  const hashes = listCodeDigests(means.keyring, code);
  return await useRecoveryCode(tx, account.actorId, hashes, means.now().toISOString());
}

/** Takes a TOTP or recovery code: each is good once, of two requests at once for one of them. */
export async function spendCode(tx: Transaction, means: Means, holder: Holder, code: string): Promise<Spent> {
  const { account } = holder;
  const now = means.now().getTime();
  if (!hasSecondFactor(holder)) return { ok: false, error: FactorNeeded.ofEnrolment() };
  const wait = toWait(attemptsOf(account), now);
  if (wait > 0) return { ok: false, error: new TooManyAttempts(wait) };
  if (await isGood(tx, means, account, code)) {
    await updateAccount(tx, account.actorId, { failures: 0, delayedUntil: null });
    return { ok: true };
  }
  const { failures, delayedUntil } = addFailure(CODE_DELAY, attemptsOf(account), now);
  await updateAccount(tx, account.actorId, { failures, delayedUntil: new Date(delayedUntil).toISOString() });
  return { ok: false, error: SignInRefused.ofCode() };
}
