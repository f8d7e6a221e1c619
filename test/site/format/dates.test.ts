import { describe, expect, it } from "vitest";
import { countDays, dayOf, toChineseDate } from "#site/format/dates.ts";

describe("dates as official texts write them", () => {
  it.each([
    ["2026-05-20", "2026年5月20日"],
    ["2026-12-01 09:30", "2026年12月1日"],
  ])("%s is %s", (date, words) => expect(toChineseDate(date)).toBe(words));

  it("takes the day of a timestamp", () => expect(dayOf("2026-06-08 23:59")).toBe("2026-06-08"));

  it.each([
    ["2026-03-10", "2026-05-20", 71],
    ["2024-02-28", "2024-03-01", 2],
    ["2026-03-10", "2026-03-10", 0],
    ["2026-03-10", "2026-03-09", -1],
  ])("from %s to %s are %i days", (from, to, days) => expect(countDays(from, to)).toBe(days));
});
