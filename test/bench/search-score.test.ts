import { describe, expect, it } from "vitest";
import { mean, quantile, scoreQuery } from "./search-score.ts";

describe("scoreQuery", () => {
  it("counts what was missed and what was too much", () => {
    expect(scoreQuery(["a", "x"], ["a", "b", "c", "d"], ["a", "b"])).toEqual({
      recall: 0.25,
      precision: 0.5,
      titleAt10: 0.5,
      missed: 3,
      extra: 1,
    });
  });
  it("takes nothing for nothing as exact, and something for nothing as wrong", () => {
    expect(scoreQuery([], [])).toMatchObject({ recall: 1, precision: 1, titleAt10: null });
    expect(scoreQuery(["x"], [])).toMatchObject({ recall: 1, precision: 0, extra: 1 });
  });
  it("asks ten places of more than ten title matches", () => {
    const ids = Array.from({ length: 30 }, (_, place) => String(place));
    expect(scoreQuery(ids, ids, ids.slice(0, 20)).titleAt10).toBe(1);
    expect(scoreQuery(ids.toReversed(), ids, ids.slice(0, 20)).titleAt10).toBe(0);
  });
});

describe("quantile", () => {
  it.each([
    [[3, 1, 2], 0.5, 2],
    [[5], 0.95, 5],
    [[], 0.5, 0],
  ])("of %j at %d is %d", (values, share, expected) => expect(quantile(values, share)).toBe(expected));
  it("leaves the mean of nothing at 0", () => expect(mean([])).toBe(0));
});
