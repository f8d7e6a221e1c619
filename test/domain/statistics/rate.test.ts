import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { percentOf } from "#domain/statistics/rate.ts";

describe("a percentage", () => {
  it.each([
    [67, 201, "33.33"],
    [134, 201, "66.67"],
    [201, 216, "93.06"],
    [0, 5, "0.00"],
    [5, 5, "100.00"],
    // 0.125 %: half up, which a binary float would round down.
    [1, 800, "0.13"],
    [1, 16, "6.25"],
  ])("%i of %i is %s", (numerator, base, percent) => {
    expect(percentOf(numerator, base)).toBe(percent);
  });

  it("of nothing is none", () => {
    expect(percentOf(0, 0)).toBeNull();
  });

  it.each([
    [-1, 3],
    [1.5, 3],
    [1, Number.NaN],
  ])("is not taken of %d and %d", (numerator, base) => {
    expect(() => percentOf(numerator, base)).toThrow(RangeError);
  });

  it("lies within half a hundredth of the true value", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.nat(1e6), (base, part) => {
        const numerator = part % (base + 1);
        expect(Math.abs(Number(percentOf(numerator, base)) - (numerator / base) * 100)).toBeLessThanOrEqual(
          0.005 + 1e-9,
        );
      }),
    );
  });
});
