const MINUTE = 60_000;
const LONGEST = 6 * 60 * MINUTE;
/** After so many failures nobody tries again by itself. */
export const MAX_ATTEMPTS = 10;

/** Milliseconds until the next try after `attempts` failures: 1, 2, 4 … minutes, at most 6 hours. Undefined: give up. */
export function findRetryDelay(attempts: number): number | undefined {
  if (attempts >= MAX_ATTEMPTS) return undefined;
  return Math.min(MINUTE * 2 ** (attempts - 1), LONGEST);
}
