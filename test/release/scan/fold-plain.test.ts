import fc from "fast-check";
import { expect, it } from "vitest";
import { foldPlain } from "#release/scan/fold-plain.ts";

const byTables = (text: string) => text.normalize("NFKC").replace(/[\s\p{Cf}\p{Cc}\p{M}]+/gu, "");

it("folds every character as the Unicode tables do", () => {
  const wrong = Array.from({ length: 0x10000 }, (_, code) => `甲${String.fromCharCode(code)}乙`).filter(
    (text) => foldPlain(text) !== byTables(text),
  );
  expect(wrong).toEqual([]);
});

it("folds any text as they do, marks that join with what stands before them included", () => {
  const unit = fc.constantFrom("甲", "，", "e", "\u0301", "…", "ガ", "ﾞ", "ᄀ", "ᅡ", "𠮷", " ", "\u200b", "①", "ﬃ", "ﷺ");
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 40 }), (text) => {
      expect(foldPlain(text)).toBe(byTables(text));
    }),
  );
});
