import { describe, expect, it } from "vitest";
import { findImpossibleDates } from "#domain/gate/impossible-date.ts";
import { findPlaceholders } from "#domain/gate/placeholder.ts";

describe("findPlaceholders", () => {
  it.each([
    ["截至xx月底，已完成xx处", ["xx"]],
    ["投入ＸＸ万元", ["ＸＸ"]],
    ["××市××局", ["××"]],
    ["20xx年", ["20xx"]],
    ["主办x件，第x号", ["x"]],
    ["×月×日", ["×"]],
    ["完成时限待定。", ["待定"]],
    ["责任人：TODO", ["TODO"]],
    ["金额____万元", ["____"]],
    ["云建议字〔2026〕 号", ["〔2026〕 号"]],
    ["办秘[xxxx]xx号", ["xxxx", "xx"]],
    ["2026年 月 日", [" 月", " 日"]],
    ["对象（ ）已核实", ["（ ）"]],
    ["○○街道", ["○○"]],
  ])("%s", (text, words) => {
    expect(findPlaceholders(text)).toEqual(words);
  });

  it.each([
    "规格5×3米、4x4驱动、2 × 3",
    "X光机、X射线、XXL码、AXXB、Xx-12",
    "www.xx.com、xx@example.cn、文件xx-2026.pdf",
    "138xxxx1234",
    "有待定期评估，待定向培养",
    "二○○三年、二〇〇三年",
    "月 日常管护",
    "云建议字〔2026〕21号",
    "（一）完善机制",
    "2026年5月14日",
    "PM2.5、TODOS、5G",
  ])("nothing in: %s", (text) => {
    expect(findPlaceholders(text)).toEqual([]);
  });
});

describe("findImpossibleDates", () => {
  it.each([
    ["2008年9月31日前", "2008年9月31日"],
    ["2026年2月29日", "2026年2月29日"],
    ["13月1日", "13月1日"],
    ["6月0日", "6月0日"],
    ["九月三十一日", "九月三十一日"],
    ["二〇二六年二月二十九日", "二〇二六年二月二十九日"],
    ["2026-06-31", "2026-06-31"],
    ["2026/13/1", "2026/13/1"],
  ])("%s", (text, words) => {
    expect(findImpossibleDates(text)).toEqual([words]);
  });

  it.each([
    "2028年2月29日",
    "2月29日",
    "2026年12月31日",
    "十二月三十一日",
    "二〇二八年二月二十九日",
    "2026-06-30",
    "12个月31日均值",
    "项目2026-13-1-5",
  ])("nothing in: %s", (text) => {
    expect(findImpossibleDates(text)).toEqual([]);
  });
});
