import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findFresh } from "#release/artefacts/fresh-rows.ts";

describe("what of a list is to be looked at again", () => {
  it.each([
    ["nothing, but the seam with the head", ["a", "b", "c"], ["a", "b", "c"], ["a", "b"]],
    ["a new line with its neighbours", ["a", "b", "x", "c"], ["a", "b", "c"], ["a", "b", "x", "c"]],
    [
      "lines that a gone one brought together",
      ["a", "b", "d", "e", "f"],
      ["a", "b", "c", "d", "e", "f"],
      ["a", "b", "d"],
    ],
    ["all of a list that was not there", ["a", "b"], [], ["a", "b"]],
  ])("%s", (_, order, before, fresh) => expect(findFresh(order, before)).toEqual(fresh));

  it("holds every two lines that did not stand side by side before", () => {
    const list = fc.uniqueArray(fc.integer({ min: 0, max: 12 }));
    fc.assert(
      fc.property(list, list, (order, before) => {
        const fresh = new Set(findFresh(order, before));
        const stood = new Set(before.map((item, at) => `${item}/${before[at + 1]}`));
        for (const [at, item] of order.entries()) {
          const next = order[at + 1];
          if (next !== undefined && !stood.has(`${item}/${next}`))
            expect([item, next].every((one) => fresh.has(one))).toBe(true);
        }
      }),
    );
  });
});
