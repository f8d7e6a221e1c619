import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DATA_SIZES } from "#release/artefacts/data-sizes.ts";
import { cutYear, nameOfPart } from "#release/artefacts/year-parts.ts";
import type { ShownMatter } from "#release/plan/shown.ts";

const SIZES = { ...DATA_SIZES, yearInPartsFrom: 6, lettersInPart: 3 };
const matter = (id: number, publishedOn: string) => ({ id: `m${id}`, line: { publishedOn } }) as unknown as ShownMatter;
const days = fc.array(fc.integer({ min: 10, max: 28 }), { maxLength: 20 });
const toYear = (list: readonly number[]) => ({
  year: 2026,
  matters: list.map((day, id) => matter(id, `2026-06-${day}`)),
});
const idsOf = (parts: ReturnType<typeof cutYear>) => parts.map(({ matters }) => matters.map(({ id }) => id));

describe("a year's letters in parts", () => {
  it("stand each in one part, in the order of the year, and no part is nearly empty", () => {
    fc.assert(
      fc.property(days, (list) => {
        const year = toYear(list);
        const parts = cutYear(year, SIZES);
        const order = new Map(year.matters.map(({ id }, at) => [id, at]));
        expect(new Set(idsOf(parts).flat()).size).toBe(list.length);
        for (const ids of idsOf(parts)) {
          const places = ids.map((id) => order.get(id) ?? -1);
          expect(places).toEqual(places.toSorted((a, b) => a - b));
          if (parts.length > 1) expect(ids.length).toBeGreaterThanOrEqual(SIZES.lettersInPart);
          expect(ids.length).toBeLessThan(2 * SIZES.lettersInPart);
        }
      }),
    );
  });

  it("of all days but the last stay where they are when one becomes public", () => {
    fc.assert(
      fc.property(days, (list) => {
        const before = idsOf(cutYear(toYear(list), SIZES));
        const after = idsOf(cutYear(toYear([...list, 29]), SIZES));
        if (before.length > 1) expect(after.slice(0, before.length - 1)).toEqual(before.slice(0, -1));
      }),
    );
  });

  it("are one file in a year of few, called by the year alone", () => {
    expect(cutYear(toYear([]), SIZES)).toEqual([]);
    expect(cutYear(toYear([10, 11, 12, 13, 14]), SIZES).map(nameOfPart)).toEqual(["2026"]);
    expect(cutYear(toYear([10, 11, 12, 13, 14, 15]), SIZES).map(nameOfPart)).toEqual(["2026-1", "2026-2"]);
    const later = { ...SIZES, yearInPartsFrom: 7 };
    expect(cutYear(toYear([10, 11, 12, 13, 14, 15]), later).map(nameOfPart)).toEqual(["2026"]);
    expect(cutYear(toYear([10, 11, 12, 13, 14, 15, 16]), later).map(nameOfPart)).toEqual(["2026-1", "2026-2"]);
  });
});
