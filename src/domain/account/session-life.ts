const MINUTE = 60_000;

/** Milliseconds. ASVS 7.3.1, 7.3.2; security reference §2.2. */
export const SESSION_IDLE = 30 * MINUTE;
export const SESSION_LIFE = 12 * 60 * MINUTE;
/** How long a fresh second factor opens publish, withdraw and user management. */
export const STEP_UP_LIFE = 5 * MINUTE;
/** Between the password and the code. */
export const PENDING_LIFE = 5 * MINUTE;
export const ACTIVATION_LIFE = 24 * 60 * MINUTE;

/** Last use is written no more often than this, so that reading does not write. */
export const TOUCH_EVERY = MINUTE;
/** The same for keys, which are used all the time. */
export const KEY_TOUCH_EVERY = 60 * MINUTE;

/** All in milliseconds of one clock. */
export type SessionTimes = { readonly lastSeenAt: number; readonly expiresAt: number };

/** When the session ends if nobody uses it again: idle or whole life, whichever comes first. */
export function toSessionEnd({ lastSeenAt, expiresAt }: SessionTimes): number {
  return Math.min(lastSeenAt + SESSION_IDLE, expiresAt);
}

export function isSessionOpen(times: SessionTimes, now: number): boolean {
  return now < toSessionEnd(times);
}

/** A clock that was set back does not make an old factor fresh for longer than it would have been. */
export function isFactorFresh(steppedUpAt: number | undefined, now: number): boolean {
  return steppedUpAt !== undefined && now < steppedUpAt + STEP_UP_LIFE;
}
