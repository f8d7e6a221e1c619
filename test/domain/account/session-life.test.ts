import { describe, expect, it } from "vitest";
import {
  SESSION_IDLE,
  SESSION_LIFE,
  STEP_UP_LIFE,
  isFactorFresh,
  isSessionOpen,
  toSessionEnd,
} from "#domain/account/session-life.ts";

describe("a session", () => {
  const started = { lastSeenAt: 0, expiresAt: SESSION_LIFE };

  it.each([
    [0, true],
    [SESSION_IDLE - 1, true],
    [SESSION_IDLE, false],
  ])("left alone, is open at %d: %s", (now, open) => expect(isSessionOpen(started, now)).toBe(open));

  it("ends after twelve hours, however busy", () => {
    const busy = { lastSeenAt: SESSION_LIFE - 1, expiresAt: SESSION_LIFE };
    expect(toSessionEnd(busy)).toBe(SESSION_LIFE);
    expect(isSessionOpen(busy, SESSION_LIFE - 1)).toBe(true);
    expect(isSessionOpen(busy, SESSION_LIFE)).toBe(false);
  });

  it("lasts 30 minutes idle, 12 hours in all", () => expect([SESSION_IDLE, SESSION_LIFE]).toEqual([1.8e6, 4.32e7]));
});

describe("a second factor", () => {
  it.each([
    [undefined, 0, false],
    [0, 0, true],
    [0, STEP_UP_LIFE - 1, true],
    [0, STEP_UP_LIFE, false],
  ])("shown at %s is fresh at %d: %s", (at, now, fresh) => expect(isFactorFresh(at, now)).toBe(fresh));
});
