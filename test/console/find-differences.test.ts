import * as fc from "fast-check";
import { expect, test } from "vitest";
import { findDifferences } from "#console/parts/find-differences.ts";

const read = (before: readonly string[], after: readonly string[]) =>
  findDifferences(before, after).map(({ is, runs }) => [is, runs.map((run) => `${run.is}:${run.text}`)]);

test("a paragraph that was mended is compared within, also where others before it went", () => {
  expect(read(["走访了小区。", "年内完成改造。"], ["八月底前年内完成改造。"])).toEqual([
    ["gone", ["gone:走访了小区。"]],
    ["changed", ["new:八月底前", "same:年内完成改造。"]],
  ]);
});

test("paragraphs with hardly a word in common are not cut into crumbs", () => {
  expect(read(["资金已经到位。"], ["下一步开展摸底。"])).toEqual([
    ["new", ["new:下一步开展摸底。"]],
    ["gone", ["gone:资金已经到位。"]],
  ]);
});

test("both texts can be read out of their differences", () => {
  const texts = fc.array(fc.string({ minLength: 1, maxLength: 8, unit: fc.constantFrom("甲", "乙", "丙") }), {
    maxLength: 5,
  });
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const found = findDifferences(before, after);
      const side = (gone: "new" | "gone") =>
        found
          .filter(({ is }) => is !== gone)
          .map(({ runs }) =>
            runs
              .filter(({ is }) => is !== gone)
              .map(({ text }) => text)
              .join(""),
          );
      expect(side("new")).toEqual(before);
      expect(side("gone")).toEqual(after);
    }),
  );
});
