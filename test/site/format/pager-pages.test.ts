import fc from "fast-check";
import { expect, it } from "vitest";
import { toPagerPages } from "#site/format/pager-pages.ts";

it.each([
  [1, 1, [1]],
  [1, 3, [1, 2, 3]],
  [7, 12, [1, null, 6, 7, 8, null, 12]],
  [4, 6, [1, 2, 3, 4, 5, 6]],
  [12, 12, [1, null, 11, 12]],
])("page %i of %i prints %j", (page, pages, printed) => expect(toPagerPages(page, pages)).toEqual(printed));

it("always reaches first, last, this page and its neighbours, in order, without repeats", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(), (pages, seed) => {
      const page = 1 + (seed % pages);
      const numbers = toPagerPages(page, pages).filter((n) => n !== null);
      const wanted = [1, page - 1, page, page + 1, pages].filter((n) => n >= 1 && n <= pages);
      expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
      expect(wanted.every((n) => numbers.includes(n))).toBe(true);
    }),
  );
});
