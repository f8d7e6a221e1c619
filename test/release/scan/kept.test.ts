import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addReading, findHeld } from "#release/scan/file-grams.ts";
import { GramFilter } from "#release/scan/gram-filter.ts";
import { KeptNeedles } from "#release/scan/kept-needles.ts";
import { NeedleFinder, Needles } from "#release/scan/needles.ts";
import { readArtefact } from "#release/scan/scan-release.ts";

const WITHHELD = [
  "王小兰",
  "0890-6221234",
  "13900001111",
  "东湖小区三栋安置名单",
  "县政府三楼会议室",
  "云建函〔2026〕7号",
  "a@b.example",
];
const AROUND = [
  "代表",
  "委员等3人",
  "联系人：",
  "，",
  " ",
  "<b>",
  "电话",
  "已经办理完毕，请监督。",
  "东湖小区",
  "王小",
  "12",
  "〔2026〕",
];
const word = fc.constantFrom(...WITHHELD, ...AROUND);
const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(""));
const needles = fc.subarray(WITHHELD, { minLength: 1 });

const notes = (readings: readonly string[]) => {
  const grams = GramFilter.empty();
  for (const reading of readings) addReading(grams, reading);
  return grams;
};

describe("what is kept from one release to the next", () => {
  it("never misses a needle that a full scan finds, and the filter of a part neither", async () => {
    await fc.assert(
      fc.asyncProperty(needles, text, async (withheld, page) => {
        const exact = Needles.of(withheld);
        const readings: string[] = [];
        for await (const reading of readArtefact("a.html", Buffer.from(page))) readings.push(reading);
        const found = readings.flatMap((reading) => [...new NeedleFinder(exact).findIn(reading)]);
        fc.pre(found.length > 0);
        const kept = KeptNeedles.none();
        kept.add(exact);
        expect(readings.some((reading) => kept.findIn(reading).size > 0)).toBe(true);
        expect(findHeld(notes(readings), exact)).not.toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it("is the same after it was written and read", async () => {
    const folder = await mkdtemp(join(tmpdir(), "huiyin-kept-"));
    const kept = KeptNeedles.none();
    kept.add(Needles.of(WITHHELD));
    await kept.write(folder);
    const again = await KeptNeedles.read(folder);
    for (const secret of WITHHELD) expect(again.findIn(secret)).toEqual(kept.findIn(secret));
    await rm(folder, { recursive: true });
  });

  it("says nothing of words that are not withheld", () => {
    const kept = KeptNeedles.none();
    kept.add(Needles.of(WITHHELD));
    expect(kept.findIn("我单位已完成河岸绿道贯通，请您监督。")).toEqual(new Set());
    expect(findHeld(notes(["我单位已完成河岸绿道贯通，请您监督。"]), Needles.of(WITHHELD))).toEqual([]);
  });

  it("grows without forgetting", () => {
    const grams = GramFilter.empty();
    const all = Array.from({ length: 20_000 }, (_, at) => [
      Math.imul(at + 1, 0x9e3779b1),
      Math.imul(at + 7, 0x85ebca6b),
    ]);
    for (const [one = 0, two = 0] of all) grams.add(one, two);
    expect(all.every(([one = 0, two = 0]) => grams.has(one, two))).toBe(true);
  });
});
