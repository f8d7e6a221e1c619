import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_RULES } from "#domain/campaign/campaign-rules.ts";
import { addDays } from "#domain/deadline/civil-date.ts";
import { LIGHTS, toLight } from "#domain/deadline/light.ts";
import { CLOCKS } from "#domain/supervision/clock.ts";
import type { DueRule } from "#domain/supervision/due-stream.ts";
import { findClockRule, findFirstAnchor, findNextKey, readDueKey, toDueKey } from "#domain/supervision/due-stream.ts";
import { findLightRange } from "#domain/supervision/light-range.ts";
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

  it("a range of due dates is exactly the range of starts that begins with its first anchor", () => {
    fc.assert(
      fc.property(rule, day, day, (own, anchor, bound) => {
        const first = findFirstAnchor(own, bound);
        expect(first !== undefined && anchor >= first).toBe(toDueKey(own, anchor) >= bound);
      }),
      { numRuns: 500 },
    );
  });

  it("so it is at the two ends of the calendar", () => {
    const own: DueRule = { kind: "span", span: { amount: 20, unit: "workday" } };
    for (const key of [toDueKey(own, "2015-01-01"), toDueKey(own, "2099-01-01")]) {
      const next = findNextKey(key);
      for (const bound of next === undefined ? [key] : [key, next]) {
        const first = findFirstAnchor(own, bound);
        for (const anchor of ["2015-01-01", "2021-12-30", "2022-01-04", "2026-11-30", "2026-12-10", "2099-01-01"]) {
          expect(first !== undefined && anchor >= first, `${bound} ${anchor}`).toBe(toDueKey(own, anchor) >= bound);
        }
      }
    }
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
  expect(ruled).toEqual(["sign", "reply_legal", "draft", "proof", "publish"]);
});

it("a light's range holds the dates that show it, and no other", () => {
  const today = "2026-06-15";
  for (const light of LIGHTS) {
    const range = findLightRange(light, today);
    for (let days = -20; days <= 20; days++) {
      const due = addDays(today, days);
      const inside = range !== undefined && due >= (range.from ?? "") && due <= (range.to ?? "9999");
      expect(inside, `${light} ${due}`).toBe(toLight(due, today).light === light);
    }
  }
});

it("a delivery is tried with growing patience, ten times", () => {
  const delays = [1, 2, 3, 9, 10].map(findRetryDelay);
  expect(delays).toEqual([60_000, 120_000, 240_000, 256 * 60_000, undefined]);
});
