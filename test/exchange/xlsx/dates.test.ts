import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isDateFormatCode } from "#exchange/xlsx/date-styles.ts";
import { serialToDate } from "#exchange/xlsx/serial-date.ts";

describe("serial dates", () => {
  test.each([
    [1, false, "1900-01-01"],
    [59, false, "1900-02-28"],
    [61, false, "1900-03-01"],
    [46183, false, "2026-06-10"],
    [44721, true, "2026-06-10"],
    [2_958_465, false, "9999-12-31"],
    [0, false, undefined],
    [2_958_466, false, undefined],
    [-1, false, undefined],
    [Number.NaN, false, undefined],
  ])("%d (1904: %s)", (serial, date1904, expected) => {
    expect(serialToDate(serial, date1904)).toBe(expected);
  });

  test("the day after a serial is the day after its date", () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2_958_464 }), (serial) => {
        const day = Date.parse(serialToDate(serial, false) ?? "");
        expect(Date.parse(serialToDate(serial + 1, false) ?? "") - day).toBe(86_400_000);
      }),
    );
  });
});

test.each([
  ["yyyy\\年m\\月d\\日", true],
  ['yyyy"年"m"月"', true],
  ["[$-804]m/d", true],
  ["General", false],
  ['"第"0"号day"', false],
  ["0.00E+00", false],
  ["#,##0.00_);[Red](#,##0.00)", false],
  ["h:mm", false],
  ["@", false],
])("format %s shows a date: %s", (code, expected) => {
  expect(isDateFormatCode(code)).toBe(expected);
});
