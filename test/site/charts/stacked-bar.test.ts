import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toBarSegments } from "#site/charts/stacked-bar.ts";

const part = (count: number, short = "A") => ({ short, label: short, count, tone: "done" });

describe("segments of a bar", () => {
  it("share the width by their counts", () => {
    const [a, b] = toBarSegments([part(67, "A"), part(134, "B")]);
    expect([a?.x, a?.width, a?.text]).toEqual(["0.000", "33.333", "A 67"]);
    expect([b?.x, b?.width, b?.text]).toEqual(["33.333", "66.667", "B 134"]);
  });

  it("leave out zeros, and are none where nothing is counted", () => {
    expect(toBarSegments([part(0), part(5)])).toHaveLength(1);
    expect(toBarSegments([part(0)])).toEqual([]);
    expect(toBarSegments([])).toEqual([]);
  });

  it("print a letter alone where it is tight, a word never", () => {
    const texts = toBarSegments([part(90), part(10, "C"), part(10, "不公开"), part(2, "D")]).map((item) => item.text);
    expect(texts).toEqual(["A 90", "C", "", ""]);
  });

  it("fill the bar exactly, one beginning where the one before ends", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 1, maxLength: 8 }), (counts) => {
        const segments = toBarSegments(counts.map((count) => part(count)));
        let end = 0;
        for (const segment of segments) {
          expect(Number(segment.x)).toBeCloseTo(end, 1);
          end += Number(segment.width);
        }
        expect(end).toBeCloseTo(segments.length > 0 ? 100 : 0, 1);
      }),
    );
  });
});
