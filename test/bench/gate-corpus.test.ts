import { describe, expect, it } from "vitest";
import { listPositives } from "./gate-corpus/positives.ts";
import { scoreCorpus } from "./gate.ts";

describe("the corpus of the gate", () => {
  it("has six kinds in at least forty forms, each in three places", () => {
    const positives = listPositives();
    const kinds = Map.groupBy(positives, ({ kind }) => kind);
    expect(kinds.size).toBe(6);
    for (const [kind, cases] of kinds) {
      expect(new Set(cases.map(({ form }) => form)).size, kind).toBeGreaterThanOrEqual(40);
      expect(new Set(cases.map(({ place }) => place)).size, kind).toBe(3);
    }
  });

  it("misses nothing, and is right at least 99 times in 100 (security.md R10)", () => {
    const { missed, wrong, cleans, recall, precision, quiet } = scoreCorpus();
    expect(missed).toEqual([]);
    expect(recall).toBe(1);
    expect(cleans).toBeGreaterThanOrEqual(2000);
    expect(precision, JSON.stringify(wrong.slice(0, 5))).toBeGreaterThanOrEqual(0.99);
    expect(quiet, JSON.stringify(wrong.slice(0, 5))).toBeGreaterThanOrEqual(0.99);
  });
});
