import { expect, test } from "vitest";
import { addMonths, listWeeks } from "#console/desks/deadlines/month.ts";

test("months run over the end of a year", () => {
  expect(addMonths("2026-12", 1)).toBe("2027-01");
  expect(addMonths("2026-01", -1)).toBe("2025-12");
});

test.each([
  ["2026-11", 6, "2026-10-26", "2026-12-06"],
  ["2027-02", 4, "2027-02-01", "2027-02-28"],
])("the weeks of %s", (month, count, first, last) => {
  const weeks = listWeeks(month);
  expect(weeks).toHaveLength(count);
  expect(weeks[0]?.[0]).toBe(first);
  expect(weeks.at(-1)?.[6]).toBe(last);
});
