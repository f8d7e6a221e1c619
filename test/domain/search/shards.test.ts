import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutShards, planShards } from "#domain/search/shards.ts";

const makeYears = (counts: readonly number[]) =>
  counts.map((count, place) => {
    const year = 2026 - place;
    return [year, Array.from({ length: count }, (_, at) => `${year}-${count - at}`)] as const;
  });
const sizesOf = (counts: readonly number[]) =>
  planShards(makeYears(counts)).map(({ folder, records }) => [folder, records.length]);

describe("cutShards", () => {
  it.each([
    [0, []],
    [1, [1]],
    [255, [255]],
    [256, [256]],
    [257, [256, 1]],
    [1000, [512, 256, 232]],
    [4096, [4096]],
    [10_000, [4096, 4096, 1024, 512, 256, 16]],
  ])("of %i records", (records, sizes) => expect(cutShards(records)).toEqual(sizes));

  it("holds every record once, and one more record leaves all but the smallest as they are", () => {
    fc.assert(
      fc.property(fc.nat(60_000), (records) => {
        const sizes = cutShards(records);
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(records);
        const next = cutShards(records + 1);
        const same = sizes.findIndex((size, at) => size !== next[at]);
        const again = next.slice(same === -1 ? sizes.length : same).reduce((sum, size) => sum + size, 0);
        // Once in 256 publications halves become a whole.
        if ((records + 1) % 256 !== 0) expect(again).toBeLessThanOrEqual(256);
      }),
    );
  });
});

describe("planShards", () => {
  it("cuts the two newest years, and puts whole older years together", () => {
    expect(sizesOf([300, 1000, 1000, 1000, 1000, 1000, 1000, 1000])).toEqual([
      ["2026/1", 44],
      ["2026/0", 256],
      ["2025/2", 232],
      ["2025/1", 256],
      ["2025/0", 512],
      ["2024/0", 1000],
      ["2019-2023/0", 5000],
    ]);
  });

  it("cuts an old year that is too large into equal parts", () => {
    expect(sizesOf([1, 1, 12_000])).toEqual([
      ["2026/0", 1],
      ["2025/0", 1],
      ["2024/2", 4000],
      ["2024/1", 4000],
      ["2024/0", 4000],
    ]);
  });

  it("holds every record once, newest first within a shard", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 6000 }), { maxLength: 6 }), (counts) => {
        const years = makeYears(counts);
        const plans = planShards(years);
        expect(plans.flatMap(({ records }) => records).toSorted()).toEqual(years.flatMap(([, all]) => all).toSorted());
        const order = new Map(years.flatMap(([, all]) => all).map((id, place) => [id, place]));
        for (const { records } of plans) {
          const places = records.map((id) => order.get(id) ?? -1);
          expect(places).toEqual(places.toSorted((a, b) => a - b));
        }
        expect(new Set(plans.map(({ folder }) => folder)).size).toBe(plans.length);
      }),
      { numRuns: 30 },
    );
  });
});
