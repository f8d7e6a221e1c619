import { describe, expect, it } from "vitest";
import { toCitation } from "#site/format/citation.ts";

const cited = {
  author: "云川市财政局",
  title: "关于第39号建议的答复",
  docNumber: "云财函〔2026〕31号",
  edition: 1,
  publishedAt: "2026-06-08 09:30",
  address: "https://hy.yunchuan.example/2026/jianyi/39/",
};

describe("GB/T 7714 citation", () => {
  it("names author, title, number, day of publication and address", () =>
    expect(toCitation(cited)).toBe(
      "云川市财政局. 关于第39号建议的答复: 云财函〔2026〕31号[EB/OL]. (2026-06-08)[引用日期]. https://hy.yunchuan.example/2026/jianyi/39/.",
    ));
  it("names the edition from the second on", () => {
    expect(toCitation({ ...cited, edition: 2 })).toContain("[EB/OL]. 2版. (2026-06-08)");
  });
  it("ends with the day of reading where the site knows no address of its own", () =>
    expect(toCitation({ ...cited, address: null })).toMatch(/\[引用日期\]\.$/));
  it("leaves out a missing number with its colon", () =>
    expect(toCitation({ ...cited, docNumber: null })).toContain("关于第39号建议的答复[EB/OL]"));
});
