import { describe, expect, it } from "vitest";
import { makeCalendar } from "#domain/deadline/calendar.ts";
import { dueOn, findDueOn, spanLabel } from "#domain/deadline/due.ts";
import { toLight } from "#domain/deadline/light.ts";

describe("dueOn", () => {
  it.each([
    ["2023-03-10", { amount: 5, unit: "day" }, "2023-03-15"],
    ["2023-03-10", { amount: 5, unit: "workday" }, "2023-03-17"],
    ["2023-11-30", { amount: 3, unit: "month" }, "2024-02-29"],
    // A last day within a break stays where it is.
    ["2023-09-20", { amount: 10, unit: "day" }, "2023-09-30"],
  ] as const)("%s + %j = %s", (from, span, to) => {
    expect(dueOn(from, span)).toEqual({ covered: true, value: to });
    expect(findDueOn(from, span)).toBe(to);
  });

  it("needs the notices for working days alone", () => {
    const none = makeCalendar([]);
    expect(dueOn("2030-11-30", { amount: 3, unit: "month" }, none)).toEqual({ covered: true, value: "2031-02-28" });
    const answer = dueOn("2030-11-30", { amount: 1, unit: "workday" }, none);
    expect(answer).toMatchObject({ covered: false, year: 2030 });
    expect(answer.covered ? "" : answer.message).toContain("没有录入任何年份");
    expect(findDueOn("2030-11-30", { amount: 1, unit: "workday" }, none)).toBeNull();
  });

  it("is null where the campaign knows no such clock", () => expect(findDueOn("2023-03-10", null)).toBeNull());

  it.each([
    [{ amount: 10, unit: "workday" }, "10个工作日"],
    [{ amount: 5, unit: "day" }, "5日"],
    [{ amount: 3, unit: "month" }, "3个月"],
  ] as const)("%j reads %s", (span, words) => expect(spanLabel(span)).toBe(words));
});

describe("toLight", () => {
  it.each([
    ["2023-08-23", null, "blue", "还有 8 天", 8, false],
    ["2023-08-24", null, "yellow", "还有 7 天", 7, false],
    ["2023-08-30", null, "yellow", "还有 1 天", 1, false],
    ["2023-08-31", null, "yellow", "今天到期", 0, false],
    ["2023-09-01", null, "red", "已超期 1 天", -1, true],
    ["2023-12-31", "2023-08-31", "green", "按期办结", 0, false],
    ["2023-12-31", "2023-09-03", "green", "已办结，逾期 3 天", -3, true],
  ] as const)("due 2023-08-31, today %s, done %s: %s, %s", (today, doneOn, light, words, daysLeft, late) => {
    expect(toLight("2023-08-31", today, doneOn)).toEqual({ light, words, daysLeft, late });
  });

  it("without a date nothing is late", () => {
    expect(toLight(null, "2023-09-01")).toEqual({ light: "blue", words: "没有期限", daysLeft: null, late: false });
    expect(toLight(null, "2023-09-01", "2023-08-01")).toMatchObject({ light: "green", words: "已办结", late: false });
  });
});
