import { findAttempts } from "#db/reads/sessions.ts";
import { deleteAttempts, purgeAttempts, putAttempts } from "#db/writes/sessions.ts";
import { writeTransaction } from "#db/transaction.ts";
import type { Database, Transaction } from "#db/open.ts";
import type { Attempts, DelayRule } from "#domain/account/delay.ts";
import { ADDRESS_DELAY, FORGET_AFTER, LOGIN_DELAY, addFailure, toWait } from "#domain/account/delay.ts";
import { sha256 } from "../hash.ts";
import { TooManyAttempts } from "./errors.ts";

/** Who tries: the login as typed, known or not, and the address where the home knows one. */
/** A passkey names its account itself: no login is typed. */
export type Attempt = { readonly login: string | undefined; readonly address: string | undefined };

type Counter = { readonly key: string; readonly rule: DelayRule };

/** The login is hashed: people type passwords into the wrong field. */
export function loginKey(login: string): string {
  return `login:${sha256(login)}`;
}

function countersOf({ login, address }: Attempt): Counter[] {
  return [
    ...(login === undefined ? [] : [{ key: loginKey(login), rule: LOGIN_DELAY }]),
    ...(address === undefined ? [] : [{ key: `address:${address}`, rule: ADDRESS_DELAY }]),
  ];
}

async function readAttempts(tx: Transaction, key: string): Promise<Attempts> {
  const row = await findAttempts(tx, key);
  if (!row) return { failures: 0, delayedUntil: undefined };
  return { failures: row.failures, delayedUntil: row.delayedUntil === null ? undefined : Date.parse(row.delayedUntil) };
}

const toStored = (ms: number) => new Date(ms).toISOString();

/**
 * Counts the attempt as failed before the password is looked at, so that a thousand at once are not all looked at.
 * Throws TooManyAttempts while a delay runs; that costs nothing more.
 */
export async function reserveAttempt(db: Database, attempt: Attempt, now: number): Promise<void> {
  const wait = await writeTransaction(db, async (tx) => {
    await purgeAttempts(tx, toStored(now - 2 * FORGET_AFTER));
    const found = await Promise.all(
      countersOf(attempt).map(async (counter) => ({ ...counter, attempts: await readAttempts(tx, counter.key) })),
    );
    const longest = Math.max(0, ...found.map(({ attempts }) => toWait(attempts, now)));
    if (longest > 0) return longest;
    for (const { key, rule, attempts } of found) {
      const { failures, delayedUntil } = addFailure(rule, attempts, now);
      await putAttempts(tx, { address: key, failures, delayedUntil: toStored(delayedUntil) });
    }
    return 0;
  });
  if (wait > 0) throw new TooManyAttempts(wait);
}

/** The password or passkey was right: the login starts anew; of the address only this attempt is taken back. */
export async function forgiveAttempt(tx: Transaction, { login, address }: Attempt, now: number): Promise<void> {
  if (login !== undefined) await deleteAttempts(tx, loginKey(login));
  if (address === undefined) return;
  const key = `address:${address}`;
  const failures = (await readAttempts(tx, key)).failures - 1;
  if (failures > 0) await putAttempts(tx, { address: key, failures, delayedUntil: toStored(now) });
  else await deleteAttempts(tx, key);
}
