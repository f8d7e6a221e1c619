import { describe, expect, it } from "vitest";
import { PATTERNS } from "#site/charts/patterns.ts";
import { toClassParts, toFlowParts } from "#site/charts/year-parts.ts";
import { NOTHING, SUGGESTIONS, TOTAL } from "../support/sample-statistics.ts";

const sum = (parts: readonly { count: number }[]) => parts.reduce((total, part) => total + part.count, 0);

describe("what became of every reply owed", () => {
  it("adds up to the replies owed", () => {
    expect(sum(toFlowParts(SUGGESTIONS))).toBe(SUGGESTIONS.owed);
    expect(toFlowParts(SUGGESTIONS).map((part) => `${part.label} ${part.count}`)).toEqual([
      "已公开 110",
      "依法不公开 9",
      "公开后撤回 1",
      "已答复待公开 2",
      "尚未答复 8",
    ]);
  });
  it("tells every part by a tone of its own, and by a pattern where it is neither full nor empty", () => {
    const tones = toFlowParts(SUGGESTIONS).map((part) => part.tone);
    expect(new Set(tones).size).toBe(5);
    expect(tones.filter((tone) => PATTERNS.has(tone))).toEqual(tones.slice(1, -1));
    expect(new Set(PATTERNS.values()).size).toBe(PATTERNS.size);
  });
  it("draws nothing where the stated figures contradict one another", () => {
    expect(toFlowParts({ ...TOTAL, published: TOTAL.answered + 1 })).toEqual([]);
    expect(toFlowParts({ ...TOTAL, answered: TOTAL.owed + 1 })).toEqual([]);
  });
  it("draws nothing where nothing is owed", () => expect(toFlowParts(NOTHING)).toEqual([]));
});

describe("classes of the answered replies", () => {
  it("adds what has no class, so that the bar counts every answer", () => {
    expect(sum(toClassParts(SUGGESTIONS))).toBe(SUGGESTIONS.answered);
    expect(toClassParts(SUGGESTIONS).at(-1)?.label).toBe("未分类");
  });
  it("is empty where two schemes forbid adding up", () => expect(toClassParts(TOTAL)).toEqual([]));
});
