import * as fc from "fast-check";
import { expect, test } from "vitest";
import { parsePrintedDate } from "#exchange/printed-date.ts";

test("every way of printing a day reads as that day", () => {
  const day = fc.date({ min: new Date("1949-01-01"), max: new Date("2100-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(day, (date) => {
      const iso = date.toISOString().slice(0, 10);
      const [year, month, dayOfMonth] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
      const forms = [
        iso,
        `${year}年${month}月${dayOfMonth}日`,
        `${year}-${month}-${dayOfMonth}`,
        `${year}/${month}/${dayOfMonth}`,
        `${year}.${month}.${dayOfMonth}`,
        ` ${year} 年 ${month} 月 ${dayOfMonth} 日前`,
      ];
      for (const form of forms) expect(parsePrintedDate(form)).toEqual({ date: iso, exists: true });
    }),
  );
});

test.each([
  ["２０２６年６月１０日", "2026-06-10", true],
  ["二〇二六年四月十八日", "2026-04-18", true],
  ["二○二六年十一月三十日", "2026-11-30", true],
  ["2026年2月29日", "2026-02-29", false],
  ["2024年2月29日", "2024-02-29", true],
  ["2026年13月1日", "2026-13-01", false],
  ["2026年6月31日", "2026-06-31", false],
  ["1026年6月1日", "1026-06-01", false],
])("%s", (text, date, exists) => {
  expect(parsePrintedDate(text)).toEqual({ date, exists });
});

test.each(["2026年6月", "46183", "6月10日", "尽快", "", "2026年6月10日下午"])("%j is no date", (text) => {
  expect(parsePrintedDate(text)).toBeUndefined();
});
