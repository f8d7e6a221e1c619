import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitWords } from "#site/format/split-words.ts";

describe("splitWords", () => {
  it("keeps words of two characters whole", () => {
    const pieces = splitWords("关于加强农村留守儿童关爱保护的建议");
    for (const word of ["加强", "农村", "儿童", "保护", "建议"])
      expect(pieces.some((piece) => piece.includes(word))).toBe(true);
    expect(pieces.length).toBeGreaterThan(5);
  });

  it("begins no line with a closing mark and ends none with an opening one", () => {
    const pieces = splitWords("关于印发《办理办法（试行）》的通知");
    expect(pieces.filter((piece) => /^[）》]|[（《]$/u.test(piece))).toEqual([]);
  });

  it("loses nothing of any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(splitWords(text).join("")).toBe(text);
      }),
    );
  });
});
