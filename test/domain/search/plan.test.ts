import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldText } from "#domain/search/fold.ts";
import { planTerm, toPhrases } from "#domain/search/plan.ts";
import { toIndexWord, toTokens } from "#domain/search/tokens.ts";

/** What the engine does with a quoted phrase: words side by side. */
function holdsPhrase(text: string, phrase: string): boolean {
  const words = toTokens(foldText(text)).map(toIndexWord);
  return ` ${words.join(" ")} `.includes(` ${phrase} `);
}

function isFound(text: string, term: string): boolean {
  const runs = toTokens(foldText(text))
    .filter(({ kind }) => kind === "run")
    .map((token) => token.text);
  return planTerm(term).segments.every((segment) =>
    toPhrases(segment, runs).some((phrase) => holdsPhrase(text, phrase)),
  );
}

const ALPHABET = ["加", "装", "电", "梯", "2", "0", "5", ".", "%", "a", "z", "，", " ", "〔", "-", "é", "𬭼", "豈"];
const text = fc.string({ unit: fc.constantFrom(...ALPHABET), minLength: 1, maxLength: 24 });

describe("planTerm", () => {
  it.each([
    ["加装电梯", false],
    ["2024年", false],
    ["12.5", false],
    ["66.67%", false],
    ["12.", true],
    [".5", true],
    ["〔2026〕12号", true],
    ["a b", true],
  ])("%s: needs the text %s", (term, needsText) => expect(planTerm(term).needsText).toBe(needsText));

  it("finds every part of every text", () => {
    fc.assert(
      fc.property(text, fc.nat(24), fc.integer({ min: 1, max: 8 }), (whole, at, length) => {
        const part = whole.slice(at % whole.length, (at % whole.length) + length).trim();
        fc.pre(part !== "" && part.isWellFormed());
        expect(isFound(whole, part)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it("finds nothing else when it is sure of the index", () => {
    fc.assert(
      fc.property(
        text,
        fc.string({ unit: fc.constantFrom(...ALPHABET), minLength: 1, maxLength: 4 }),
        (whole, term) => {
          const plan = planTerm(term);
          fc.pre(!plan.needsText && plan.segments.length > 0);
          expect(isFound(whole, term)).toBe(foldText(whole).includes(term));
        },
      ),
      { numRuns: 3000 },
    );
  });

  it("offers the runs that go on beyond the term", () => {
    const [segment] = planTerm("12").segments;
    expect(segment && toPhrases(segment, ["12", "112", "12.5", "2012%", "21"])).toEqual([
      "12",
      "112",
      "12zd5",
      "2012zp",
    ]);
  });
});
