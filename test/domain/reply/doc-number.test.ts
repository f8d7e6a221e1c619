import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDocNumber, parseDocNumber } from "#domain/reply/doc-number.ts";

describe("parseDocNumber", () => {
  it.each([
    "云建议字〔2026〕21号",
    "云建议字［2026］21号",
    "云建议字[2026]21号",
    "云建议字﹝2026﹞21号",
    "云建议字（2026）第021号",
    "云建议字：〔2026〕２１号",
    " 云建议字 〔2026〕 21 号 ",
  ])("reads %s", (text) => {
    expect(parseDocNumber(text)).toEqual({ series: "云建议字", year: 2026, number: 21 });
  });

  it.each([
    "",
    "云建议字〔202621号",
    "云建议字〔2026〕 号",
    "办秘[xxxx]xx号",
    "云建议字〔2026〕0号",
    "云建议字〔1226〕3号",
    "云建议字〔26〕3号",
    "〔2026〕21号",
    "云建议字〔2026〕21",
    "关于云建议字〔2026〕21号的说明",
  ])("refuses %s", (text) => {
    expect(parseDocNumber(text)).toBeUndefined();
  });

  it("reads back what it prints", () => {
    const docNumber = fc.record({
      series: fc.constantFrom("云建议字", "云提案字", "云政发", "云政办函"),
      year: fc.integer({ min: 1949, max: 2099 }),
      number: fc.integer({ min: 1, max: 999_999 }),
    });
    fc.assert(
      fc.property(docNumber, (value) => {
        expect(parseDocNumber(formatDocNumber(value))).toEqual(value);
      }),
    );
  });
});
