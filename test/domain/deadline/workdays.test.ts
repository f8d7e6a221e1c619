import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeCalendar } from "#domain/deadline/calendar.ts";
import { addDays, isWeekend } from "#domain/deadline/civil-date.ts";
import { HOLIDAY_YEARS } from "#domain/deadline/holidays.ts";
import { addWorkdays, isWorkday, workdaysBetween } from "#domain/deadline/workdays.ts";

const valueOf = <T>(answer: { covered: true; value: T } | { covered: false; message: string }): T => {
  if (!answer.covered) throw new Error(answer.message);
  return answer.value;
};

describe("the notices", () => {
  // Days off and make-up days as the notices add up.
  it.each([
    [2022, 31, 7],
    [2023, 27, 7],
    [2024, 28, 8],
    [2025, 28, 5],
    [2026, 33, 6],
  ])("of %i gives %i days off and %i days of work at weekends", (year, off, work) => {
    const notice = HOLIDAY_YEARS.find((item) => item.year === year);
    if (!notice) throw new Error(`no ${year}`);
    expect(makeCalendar([notice]).daysOff.size).toBe(off);
    expect(notice.workdays).toHaveLength(work);
    expect(notice.source).toMatch(/^国办发明电〔\d{4}〕\d+号$/);
    expect(notice.source).toContain(notice.issuedOn.slice(0, 4));
  });

  it("make up work at weekends alone, outside every break, in the year of the notice", () => {
    const { daysOff } = makeCalendar(HOLIDAY_YEARS);
    for (const { year, workdays, breaks } of HOLIDAY_YEARS) {
      expect(workdays.filter((day) => !isWeekend(day) || daysOff.has(day) || !day.startsWith(`${year}-`))).toEqual([]);
      expect(breaks.filter(({ from, to }) => to < from)).toEqual([]);
    }
  });
});

describe("isWorkday", () => {
  it.each([
    ["2023-09-28", true, "Thursday before the break"],
    ["2023-09-29", false, "first day of 中秋国庆"],
    ["2023-10-06", false, "last day of it"],
    ["2023-10-07", true, "a Saturday of work"],
    ["2023-10-08", true, "a Sunday of work"],
    ["2023-10-14", false, "a common Saturday"],
    ["2022-12-31", false, "a Saturday that the notice for 2023 takes"],
    ["2024-02-09", true, "除夕 2024 is no day off of the notice"],
    ["2025-01-28", false, "除夕 2025 is"],
    ["2026-01-04", true, "a Sunday of work"],
    ["2026-02-23", false, "a Monday in 春节"],
  ])("%s: %s (%s)", (date, expected) => {
    expect(isWorkday(date)).toEqual({ covered: true, value: expected });
  });

  it.each(["2021-12-31", "2027-01-01"])("says of %s that its year is missing, and does not guess", (date) => {
    const answer = isWorkday(date);
    expect(answer).toMatchObject({ covered: false, year: Number(date.slice(0, 4)) });
    expect(answer.covered ? "" : answer.message).toContain("2022 年至 2026 年");
  });
});

describe("addWorkdays", () => {
  it.each([
    ["2023-03-10", 0, "2023-03-10", "the day of receipt is day zero"],
    ["2023-03-10", 1, "2023-03-13", "Friday to Monday"],
    ["2023-03-11", 5, "2023-03-17", "from a Saturday"],
    ["2023-03-10", 7, "2023-03-21", "上海: objection"],
    ["2023-09-28", 1, "2023-10-07", "over the long break to its make-up Saturday"],
    ["2023-09-28", 2, "2023-10-08", "and Sunday"],
    ["2023-09-30", 20, "2023-11-01", "publication of a reply finished in the break"],
    ["2026-11-20", 20, "2026-12-18", "the last weeks covered"],
    ["2026-12-02", 21, "2026-12-31", "to the last day covered"],
  ])("%s + %i = %s (%s)", (from, count, to) => {
    expect(valueOf(addWorkdays(from, count))).toBe(to);
  });

  it.each([
    ["2026-12-02", 22, 2027],
    ["2021-12-20", 3, 2021],
    ["2027-03-10", 1, 2027],
  ])("%s + %i leaves the calendar in %i", (from, count, year) => {
    expect(addWorkdays(from, count)).toMatchObject({ covered: false, year });
  });
});

describe("counting back", () => {
  const date = fc.integer({ min: 0, max: 1400 }).map((days) => addDays("2022-01-01", days));
  const count = fc.integer({ min: 0, max: 60 });

  it("finds as many working days as were added", () => {
    fc.assert(
      fc.property(date, count, (from, added) => {
        const to = valueOf(addWorkdays(from, added));
        expect(valueOf(workdaysBetween(from, to))).toBe(added);
        if (added > 0) expect(valueOf(isWorkday(to))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("adds up over any day between, and turns its sign with the direction", () => {
    fc.assert(
      fc.property(date, date, date, (a, b, c) => {
        const between = (from: string, to: string) => valueOf(workdaysBetween(from, to));
        expect(between(a, b) + between(b, c)).toBe(between(a, c));
        expect(between(a, b) + between(b, a)).toBe(0);
      }),
      { numRuns: 200 },
    );
  });

  it("later starts never end earlier", () => {
    fc.assert(
      fc.property(date, count, fc.integer({ min: 0, max: 30 }), (from, added, later) => {
        expect(valueOf(addWorkdays(from, added)) <= valueOf(addWorkdays(addDays(from, later), added))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it("stops at the edge of the calendar", () => {
    expect(workdaysBetween("2026-12-30", "2027-01-04")).toMatchObject({ covered: false, year: 2027 });
    expect(workdaysBetween("2027-01-04", "2026-12-30")).toMatchObject({ covered: false, year: 2027 });
  });
});
