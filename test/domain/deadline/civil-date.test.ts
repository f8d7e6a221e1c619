import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths, daysBetween, fromDayNumber, isWeekend, toDayNumber } from "#domain/deadline/civil-date.ts";

const DAY = 86_400_000;
/** From 1600 to 2400: every kind of leap year. */
const dayNumber = fc.integer({ min: -135_140, max: 157_054 });
const anyDate = dayNumber.map((day) => new Date(day * DAY).toISOString().slice(0, 10));

describe("civil dates", () => {
  it("count days as the platform's UTC calendar does, both ways", () => {
    fc.assert(
      fc.property(dayNumber, (day) => {
        const date = new Date(day * DAY);
        expect(fromDayNumber(day)).toBe(date.toISOString().slice(0, 10));
        expect(toDayNumber(fromDayNumber(day))).toBe(day);
        expect(isWeekend(fromDayNumber(day))).toBe([0, 6].includes(date.getUTCDay()));
      }),
      { numRuns: 2000 },
    );
  });

  it("adding days and counting them are each other's inverse", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -800, max: 800 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
  });

  it.each([
    ["2022-11-30", 3, "2023-02-28"],
    ["2023-11-30", 3, "2024-02-29"],
    ["2023-11-29", 3, "2024-02-29"],
    ["1999-11-30", 3, "2000-02-29"],
    ["2099-11-30", 3, "2100-02-28"],
    ["2023-01-31", 1, "2023-02-28"],
    ["2023-03-31", 1, "2023-04-30"],
    ["2023-03-31", 2, "2023-05-31"],
    ["2023-08-31", 6, "2024-02-29"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2023-12-31", 1, "2024-01-31"],
    ["2023-03-10", 3, "2023-06-10"],
    ["2023-03-10", 6, "2023-09-10"],
  ])("%s and %i months are %s", (from, months, to) => {
    expect(addMonths(from, months)).toBe(to);
  });

  it("months never skip a month and never pass the day", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 60 }), (date, months) => {
        const to = addMonths(date, months);
        const index = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
        expect(index(to) - index(date)).toBe(months);
        expect(to.slice(8) <= date.slice(8)).toBe(true);
        // Either the same day of the month, or the month's last.
        expect(to.slice(8) === date.slice(8) || addDays(to, 1).endsWith("-01")).toBe(true);
      }),
    );
  });
});
