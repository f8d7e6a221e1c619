import { mkdtemp, readdir, rm, stat, truncate } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { GramFilter } from "#release/scan/gram-filter.ts";
import { askGrams, growGrams, writeGrams } from "#release/scan/kept-grams.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "huiyin-grams-"));
});
afterEach(async () => await rm(folder, { recursive: true, force: true }));

type Gram = readonly [one: number, two: number];

const listGrams = (from: number, count: number): Gram[] =>
  Array.from({ length: count }, (_, at) => [Math.imul(from + at, 0x9e3779b1), Math.imul(from + at, 0x85ebca6b)]);
const addTo = (filter: GramFilter, grams: readonly Gram[]) => {
  for (const [one, two] of grams) filter.add(one, two);
};
const countIn = (name: string, grams: readonly Gram[]): number =>
  askGrams(join(folder, name), (asked) => grams.filter(([one, two]) => asked.has(one, two)).length);

describe("the filter of a part on the disk", () => {
  const old = listGrams(1, 9000);

  beforeEach(() => {
    const filter = GramFilter.empty();
    addTo(filter, old);
    writeGrams(join(folder, "r1"), filter);
  });

  it("says yes to all that it has, and hardly to anything else", () => {
    expect(countIn("r1", old)).toBe(old.length);
    expect(countIn("r1", listGrams(100_000, 10_000))).toBeLessThan(20);
  });

  it("is gone on from: nothing is forgotten, and full layers are the same files", async () => {
    const fresh = listGrams(50_000, 12_000);
    const { filter, sealed } = growGrams(join(folder, "r1"));
    addTo(filter, fresh);
    writeGrams(join(folder, "r2"), filter, [sealed]);
    expect(countIn("r2", [...old, ...fresh])).toBe(old.length + fresh.length);
    expect((await stat(join(folder, "r2/0"))).ino).toBe((await stat(join(folder, "r1/0"))).ino);
    expect(countIn("r1", old)).toBe(old.length);
    expect(countIn("r1", fresh)).toBeLessThan(20);
  });

  it("has no layer that costs more than some megabytes to add to", async () => {
    const filter = GramFilter.empty(3_000_000);
    addTo(filter, old);
    writeGrams(join(folder, "large"), filter);
    expect(growGrams(join(folder, "large"))).toMatchObject({ sealed: { heads: [{ size: old.length }] } });
  });

  it("is refused where a layer was cut off or is not there", async () => {
    const last = join(folder, "r1", `${(await readdir(join(folder, "r1"))).length - 2}`);
    await truncate(last, 4096);
    expect(() => countIn("r1", old)).toThrow("cut off");
    expect(() => growGrams(join(folder, "r1"))).toThrow("cut off");
    await rm(last);
    expect(() => countIn("r1", old)).toThrow("ENOENT");
  });
});
