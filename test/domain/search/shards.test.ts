import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutShards, toShardKey, yearOfShard } from "#domain/search/shards.ts";

describe("shards of a year", () => {
  it.each([
    [0, []],
    [1, [1]],
    [255, [255]],
    [256, [256]],
    [257, [256, 1]],
    [1000, [512, 256, 232]],
    [2048, [2048]],
    [10_000, [2048, 2048, 2048, 2048, 1024, 512, 256, 16]],
  ])("of %i records", (records, sizes) => {
    expect(cutShards(records)).toEqual(sizes);
  });

  it("hold every record once, and one more record leaves all but the smallest as they are", () => {
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

  it("are told apart by year and place", () => {
    expect(yearOfShard(toShardKey(2026, 7))).toBe(2026);
    expect(() => toShardKey(2026, 100)).toThrow("2026");
  });
});
