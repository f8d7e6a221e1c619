import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { STEPS, toBarSegments } from "#site/charts/stacked-bar.ts";

const part = (count: number, short = "A") => ({ short, label: short, count, tone: "done" });

describe("segments of a bar", () => {
  it("share the width by their counts", () => {
    const [a, b] = toBarSegments([part(67, "A"), part(134, "B")]);
    expect([a?.x, a?.width, a?.texts.at(-1)?.text]).toEqual(["0.000", "33.333", "A 67"]);
    expect([b?.x, b?.width, b?.texts.at(-1)?.text]).toEqual(["33.333", "66.667", "B 134"]);
  });

  it("leave out zeros, and are none where nothing is counted", () => {
    expect(toBarSegments([part(0), part(5)])).toHaveLength(1);
    expect(toBarSegments([part(0)])).toEqual([]);
    expect(toBarSegments([])).toEqual([]);
  });

  it("print the count as soon as the bar is wide enough for it", () => {
    const [, c] = toBarSegments([part(82, "A"), part(15, "C")]);
    expect(c?.texts).toEqual([
      { text: "C", from: 12, until: 19 },
      { text: "C 15", from: 19, until: null },
    ]);
  });

  it("print the count of a step before its name, and nothing where not even that fits", () => {
    const [, withheld, withdrawn] = toBarSegments([part(180), part(20, "不公开"), part(1, "撤回")]);
    expect(withheld?.texts).toEqual([
      { text: "20", from: 19, until: 60 },
      { text: "不公开 20", from: 60, until: null },
    ]);
    expect(withdrawn?.texts).toEqual([]);
  });

  it("show one text at a time at every width", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 6 }), (counts) => {
        for (const { texts } of toBarSegments(counts.map((count) => part(count, "撤回")))) {
          for (const step of STEPS) {
            const shown = texts.filter(({ from, until }) => from <= step && (until === null || step < until));
            expect(shown.length).toBeLessThanOrEqual(1);
          }
        }
      }),
    );
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
