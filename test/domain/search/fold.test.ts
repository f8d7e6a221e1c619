import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createFold, foldText, pairsIn } from "#domain/search/fold.ts";

describe("foldText", () => {
  it.each([
    ["ＡＢｃ１２", "abc12"],
    ["６６．６７％", "66.67%"],
    ["（全角　括号）", "(全角 括号)"],
    ["云建字〔2026〕12号", "云建字〔2026〕12号"],
  ])("folds %s", (text, folded) => expect(foldText(text)).toBe(folded));

  it("keeps every place and says the same twice, traditional characters included", () => {
    const fold = createFold("電电臺台");
    fc.assert(
      fc.property(
        fc.string({ unit: fc.oneof(fc.constantFrom("電", "臺", "台", "Ａ"), fc.string({ maxLength: 1 })) }),
        (text) => {
          expect(fold(text)).toHaveLength(text.length);
          expect(fold(fold(text))).toBe(fold(text));
        },
      ),
    );
  });
});

it("pairsIn names only the traditional characters that stand in the texts", () => {
  const forms = new Map([
    ["電", "电"],
    ["臺", "台"],
  ]);
  expect(pairsIn(["電梯電", "平台"], forms)).toBe("電电");
  expect(createFold(pairsIn(["電"], forms))("電臺")).toBe("电臺");
});
