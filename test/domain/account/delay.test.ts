import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Attempts } from "#domain/account/delay.ts";
import {
  ADDRESS_DELAY,
  CODE_DELAY,
  FORGET_AFTER,
  LOGIN_DELAY,
  addFailure,
  toDelay,
  toWait,
} from "#domain/account/delay.ts";

const NONE: Attempts = { failures: 0, delayedUntil: undefined };
const rules = fc.constantFrom(LOGIN_DELAY, ADDRESS_DELAY, CODE_DELAY);

describe("the delay", () => {
  it.each([
    [0, 0],
    [4, 0],
    [5, 5_000],
    [6, 10_000],
    [10, 160_000],
    [11, 300_000],
    [5000, 300_000],
  ])("after %d failures of a login is %d ms", (failures, delay) => {
    expect(toDelay(LOGIN_DELAY, failures)).toBe(delay);
  });

  it("grows and never locks", () => {
    fc.assert(
      fc.property(rules, fc.nat({ max: 100_000 }), (rule, failures) => {
        expect(toDelay(rule, failures + 1)).toBeGreaterThanOrEqual(toDelay(rule, failures));
        expect(toDelay(rule, failures)).toBeLessThanOrEqual(rule.longest);
      }),
    );
  });
});

describe("attempts", () => {
  it("wait exactly as long as the delay says", () => {
    const attempts = { failures: 5, delayedUntil: 1000 };
    expect([toWait(attempts, 0), toWait(attempts, 999), toWait(attempts, 1000), toWait(NONE, 0)]).toEqual([
      1000, 1, 0, 0,
    ]);
  });

  it("are counted until nothing came for an hour after the delay", () => {
    const five = { failures: 5, delayedUntil: 10_000 };
    expect(addFailure(LOGIN_DELAY, five, 10_000 + FORGET_AFTER - 1).failures).toBe(6);
    expect(addFailure(LOGIN_DELAY, five, 10_000 + FORGET_AFTER)).toEqual({
      failures: 1,
      delayedUntil: 10_000 + FORGET_AFTER,
    });
  });

  it("of a guesser who never rests are few in a day", () => {
    let attempts: Attempts = NONE;
    let tries = 0;
    for (let now = 0; now < 86_400_000; now += toWait(attempts, now)) {
      attempts = addFailure(CODE_DELAY, attempts, now);
      tries++;
    }
    expect(tries).toBeLessThan(120);
  });
});
