import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_RULES } from "#domain/campaign/campaign-rules.ts";
import { addDays } from "#domain/deadline/civil-date.ts";
import { CLOCKS } from "#domain/supervision/clock.ts";
import type { DueRule } from "#domain/supervision/due-stream.ts";
import { findClockRule, readDueKey, toDueKey } from "#domain/supervision/due-stream.ts";
import { findRetryDelay } from "#domain/supervision/retry.ts";

const day = fc.integer({ min: -3000, max: 4000 }).map((days) => addDays("2024-01-01", days));
const rule: fc.Arbitrary<DueRule> = fc.oneof(
  fc.constant<DueRule>({ kind: "on" }),
  day.map((date): DueRule => ({ kind: "fixed", date })),
  fc
    .record({ amount: fc.integer({ min: 1, max: 30 }), unit: fc.constantFrom("day", "workday", "month") })
    .map((span): DueRule => ({ kind: "span", span })),
);

describe("a clock that runs from a stored date", () => {
  it("never falls due earlier for a later start", () => {
    fc.assert(
      fc.property(rule, day, day, (own, a, b) => {
        const [first, last] = a < b ? [a, b] : [b, a];
        expect(toDueKey(own, first) <= toDueKey(own, last)).toBe(true);
      }),
    );
  });

  it("what the calendar does not cover has no date, and says so", () => {
    const own: DueRule = { kind: "span", span: { amount: 20, unit: "workday" } };
    expect(readDueKey(toDueKey(own, "2099-01-01"), "2026-06-15")).toMatchObject({
      dueOn: null,
      reading: { light: "blue", words: "节假日安排尚未公布，期限暂不能推算" },
    });
    expect(readDueKey(toDueKey(own, "2015-01-01"), "2026-06-15")).toMatchObject({
      dueOn: null,
      reading: { light: "red" },
    });
  });
});

it("the law's clock runs without a notice, the campaign's only by one", () => {
  const ruled = CLOCKS.filter((clock) => findClockRule(clock, DEFAULT_RULES.deadlines)?.kind !== "on");
  expect(ruled.filter((clock) => findClockRule(clock, DEFAULT_RULES.deadlines))).toEqual(["reply_legal", "publish"]);
  expect(ruled).toEqual(["sign", "joint_opinion", "reply_legal", "draft", "proof", "feedback", "publish"]);
});

it("a delivery is tried with growing patience, ten times", () => {
  const delays = [1, 2, 3, 9, 10].map(findRetryDelay);
  expect(delays).toEqual([60_000, 120_000, 240_000, 256 * 60_000, undefined]);
});
