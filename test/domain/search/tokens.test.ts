import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldText } from "#domain/search/fold.ts";
import { toIndexWord, toTokens } from "#domain/search/tokens.ts";

const texts = (text: string) => toTokens(foldText(text)).map((token) => token.text);
const kinds = (text: string) => toTokens(foldText(text)).map((token) => token.kind);

describe("foldText", () => {
  it.each([
    ["ＡＢｃ１２", "abc12"],
    ["６６．６７％", "66.67%"],
    ["（全角　括号）", "(全角 括号)"],
    ["云建字〔2026〕12号", "云建字〔2026〕12号"],
  ])("folds %s", (text, folded) => expect(foldText(text)).toBe(folded));

  it("keeps every place and says the same twice", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const folded = foldText(text);
        expect(folded).toHaveLength(text.length);
        expect(foldText(folded)).toBe(folded);
      }),
    );
  });
});

describe("toTokens", () => {
  it.each([
    ["加装电梯", ["加", "装", "电", "梯"]],
    ["补助12.5万元", ["补", "助", "12.5", "万", "元"]],
    ["占66.67%以上", ["占", "66.67%", "以", "上"]],
    ["〔2026〕12号", ["〔", "2026", "〕", "12", "号"]],
    ["第3.条", ["第", "3", ".", "条"]],
    ["5%10%", ["5%", "10%"]],
    ["GIS平台", ["gis", "平", "台"]],
    ["陆𬭼", ["陆", "𬭼"]],
  ])("splits %s", (text, expected) => expect(texts(text)).toEqual(expected));

  it("finds gaps in punctuation, spaces, foreign letters and characters that decompose", () => {
    expect(kinds("，é \u{f900}⺀豈")).toEqual(["gap", "gap", "gap", "gap", "gap", "han"]);
  });

  it("loses nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(texts(text).join("")).toBe(foldText(text));
      }),
    );
  });

  it("gives different runs different index words of small letters and digits", () => {
    const run = fc.stringMatching(/^[0-9a-z]{1,4}(\.[0-9a-z]{1,4})?%?$/);
    const toWord = (text: string): string => toIndexWord({ kind: "run", text });
    fc.assert(
      fc.property(run, run, (a, b) => {
        expect(toWord(a)).toMatch(/^[0-9a-z]+$/);
        expect(toWord(a) === toWord(b)).toBe(a === b);
      }),
    );
  });
});
