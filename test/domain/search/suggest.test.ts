import { describe, expect, it } from "vitest";
import { isPinyin, nearWords, partsOf, suggestTerms, type KnownTerm } from "#domain/search/suggest.ts";
import { fieldWords, synonymsOf } from "#domain/search/synonyms.ts";

const term = (name: string, full: string, initials: string): KnownTerm => ({
  kind: "unit",
  name,
  path: `/units/${initials}/`,
  full,
  initials,
});
const TERMS = [
  term("市住建局", "shizhujianju", "szjj"),
  term("市教育局", "shijiaoyuju", "sjyj"),
  term("养老", "yanglao", "yl"),
];
const namesFor = (typed: string) => suggestTerms(typed, TERMS).map(({ name }) => name);

describe("suggestTerms", () => {
  it.each([
    ["szjj", ["市住建局"]],
    ["shizhujianju", ["市住建局"]],
    ["shi zhu jian ju", ["市住建局"]],
    ["zhujian", ["市住建局"]],
    ["shi", ["市住建局", "市教育局"]],
    ["yl", ["养老"]],
    ["住建", ["市住建局"]],
    ["城乡养老服务", ["养老"]],
    ["s", []],
    ["gis", []],
  ])("%s means %j", (typed, names) => expect(namesFor(typed)).toEqual(names));

  it("tells letters from words", () => {
    expect(isPinyin("szjj")).toBe(true);
    expect(isPinyin("5g基站")).toBe(false);
  });
});

describe("words near what was not found", () => {
  it("share most of their characters", () => {
    expect(nearWords("家装电梯", ["加装电梯", "托育", "电梯"])).toEqual(["加装电梯"]);
    expect(nearWords("托育", ["托育"])).toEqual([]);
  });
  it("are parts, the longest first", () => {
    expect(partsOf("加装电梯")).toEqual([
      ["加装电", "装电梯"],
      ["加装", "装电", "电梯"],
    ]);
    expect(partsOf("电梯")).toEqual([]);
  });
});

describe("synonymsOf", () => {
  it.each([
    ["加装电梯", ["增设电梯", "加梯"]],
    ["老旧小区加梯", ["老旧小区加装电梯", "老旧小区增设电梯"]],
    ["政务大厅", ["政务服务中心", "办事大厅"]],
    ["ai", ["人工智能"]],
    ["公园", []],
  ])("says %s otherwise", (word, others) => expect(synonymsOf(word)).toEqual(expect.arrayContaining(others)));

  it("never offers the word itself, nor one that holds it", () => {
    for (const word of fieldWords()) {
      expect(synonymsOf(word.toLowerCase())).not.toContain(word.toLowerCase());
      expect(synonymsOf(word).length).toBeLessThanOrEqual(4);
    }
  });
});
