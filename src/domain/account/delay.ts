/** How attempts are slowed down: never a lock, always a delay (ASVS 6.1.1). Milliseconds. */
export type DelayRule = {
  /** Failures that cost nothing. */
  readonly free: number;
  readonly first: number;
  readonly longest: number;
};

/** One login, known or not: the two look alike. */
export const LOGIN_DELAY: DelayRule = { free: 5, first: 5_000, longest: 300_000 };
/** One address: a whole office may sit behind it. */
export const ADDRESS_DELAY: DelayRule = { free: 30, first: 5_000, longest: 300_000 };
/** Codes of a person whose password was right: 10⁶ of them, three good at a time. */
export const CODE_DELAY: DelayRule = { free: 5, first: 30_000, longest: 900_000 };

/** Failures are forgotten when nothing came for so long after the delay. */
export const FORGET_AFTER = 3_600_000;

/** The delay after so many failures in a row: doubles each time up to the longest. */
export function toDelay({ free, first, longest }: DelayRule, failures: number): number {
  if (failures < free) return 0;
  return Math.min(longest, first * 2 ** Math.min(failures - free, 30));
}

/** Failures so far; `delayedUntil` undefined: none. */
export type Attempts = { readonly failures: number; readonly delayedUntil: number | undefined };

/** Milliseconds until an attempt is looked at; 0: now. */
export function toWait({ delayedUntil }: Attempts, now: number): number {
  return delayedUntil === undefined ? 0 : Math.max(0, delayedUntil - now);
}

/** Attempts with one more failure. */
export function addFailure(
  rule: DelayRule,
  { failures, delayedUntil }: Attempts,
  now: number,
): { readonly failures: number; readonly delayedUntil: number } {
  const forgotten = delayedUntil === undefined || delayedUntil + FORGET_AFTER <= now;
  const count = forgotten ? 1 : failures + 1;
  return { failures: count, delayedUntil: now + toDelay(rule, count) };
}
