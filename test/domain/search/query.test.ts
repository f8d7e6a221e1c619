import { describe, expect, it } from "vitest";
import { KIND_WORDS, MOTION_KINDS } from "#domain/motion/kind.ts";
import { documentKey, KIND_OF_WORD, parseNumberForm } from "#domain/search/number-form.ts";
import { parseQuery, termsOf } from "#domain/search/query.ts";

describe("parseQuery", () => {
  it.each([
    ["加装电梯", ["加装电梯"]],
    ["加装　电梯 加装", ["加装", "电梯"]],
    ["“加装 电梯”停车", ["加装 电梯", "停车"]],
    ['"GIS 平台"', ["gis 平台"]],
    ['停车"', ["停车"]],
    ["  ", []],
    ["加\u200b装", ["加装"]],
    ["𠮷\ud800", ["𠮷\ufffd"]],
  ])("reads %s", (input, terms) => expect(termsOf(parseQuery(input))).toEqual(terms));

  it.each([
    ["加装 电梯", [["加装"], ["电梯"]], []],
    ["托育 OR 托幼", [["托育", "托幼"]], []],
    ["托育 | 托幼 | 早教 收费", [["托育", "托幼", "早教"], ["收费"]], []],
    ["停车 -收费", [["停车"]], ["收费"]],
    ["停车 －“停车 收费”", [["停车"]], ["停车 收费"]],
    ["-收费 停车", [["停车"]], ["收费"]],
    ["-5℃", [["-5℃"]], []],
    ["OR 停车", [["停车"]], []],
    ["停车 OR", [["停车"]], []],
    ["停车 or 收费", [["停车"], ["or"], ["收费"]], []],
    ["A-B C", [["a-b"], ["c"]], []],
    ["“停车 收费", [["停车"], ["收费"]], []],
    ["OR", [["or"]], []],
  ])("takes %s apart", (input, groups, excluded) => {
    expect(parseQuery(input)).toMatchObject({ groups, excluded });
  });

  it("never takes more than two hundred characters", () => {
    expect(termsOf(parseQuery("字".repeat(5000)))[0]).toHaveLength(200);
  });
});

const motion = (number: number, kind: string | null, year: number | null, betweenSessions = false) => ({
  type: "motion",
  number: { number, betweenSessions },
  kind,
  year,
});

describe("parseNumberForm", () => {
  it.each([
    ["39号", motion(39, null, null)],
    ["第39号", motion(39, null, null)],
    ["第 39 号", motion(39, null, null)],
    ["39", motion(39, null, null)],
    ["第39", motion(39, null, null)],
    ["0039", motion(39, null, null)],
    ["９９９９", motion(9999, null, null)],
    ["39号建议", motion(39, "suggestion", null)],
    ["建议第39号", motion(39, "suggestion", null)],
    ["2024年第39号提案", motion(39, "proposal", 2024)],
    ["2024年人大代表建议第7号", motion(7, "suggestion", 2024)],
    ["闭会第1号", motion(1, null, null, true)],
    ["2025年闭会期间第1号建议", motion(1, "suggestion", 2025, true)],
    ["2024-39", motion(39, null, 2024)],
    ["2024-jianyi-39", motion(39, "suggestion", 2024)],
    ["2024/tian/bihui-2", motion(2, "proposal", 2024, true)],
    ["云建字〔2026〕12号", { type: "document", key: "云建字〔2026〕12号" }],
    ["云建字[2026]第12号", { type: "document", key: "云建字〔2026〕12号" }],
    ["000000000/2026-00039", { type: "document", key: "000000000/2026-00039" }],
  ])("reads %s", (input, form) => expect(parseQuery(input).numberForm).toEqual(form));

  it.each([
    "加装电梯",
    "0",
    "12345",
    "39 路",
    "0号",
    "第000000号",
    "建议39号提案",
    "2024年",
    "39号文件怎么办",
    "12.5号",
  ])("takes %s for words", (input) => expect(parseNumberForm(input)).toBeUndefined());

  it("knows the label and the slug of every kind", () => {
    for (const kind of MOTION_KINDS) {
      expect(KIND_OF_WORD.get(KIND_WORDS[kind].label)).toBe(kind);
      expect(KIND_OF_WORD.get(KIND_WORDS[kind].slug)).toBe(kind);
    }
    expect(KIND_OF_WORD.size).toBe(MOTION_KINDS.length * 2);
  });

  it("gives a 文号 one key however its brackets are typed", () => {
    const keys = [
      "云建字〔2026〕12号",
      "云建字[2026]12号",
      "云建字(2026)12号",
      "云建字【2026】第12号",
      "云建字 〔2026〕 12号",
    ].map(documentKey);
    expect(new Set(keys)).toEqual(new Set(["云建字〔2026〕12号"]));
  });
});
