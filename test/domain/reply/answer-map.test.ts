import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findUnanswered, followBlocks } from "#domain/reply/answer-map.ts";

const asks = [
  { number: 1, text: "增设路灯" },
  { number: 2, text: "明确时限" },
];

describe("the map of asks and answers", () => {
  it("names the asks that nothing answers", () => {
    expect(findUnanswered(asks, [])).toEqual(asks);
    expect(findUnanswered(asks, [{ ask: 1, block: 4 }])).toEqual([asks[1]]);
    expect(
      findUnanswered(asks, [
        { ask: 1, block: 0 },
        { ask: 2, block: 0 },
      ]),
    ).toEqual([]);
  });

  it("follows a block that moved and lets go of one that was rewritten", () => {
    const answers = [
      { ask: 1, block: 0 },
      { ask: 2, block: 1 },
    ];
    expect(followBlocks(answers, ["甲", "乙"], ["新", "甲", "丙"])).toEqual([{ ask: 1, block: 1 }]);
  });

  it("keeps each of two equal blocks in its place", () => {
    expect(followBlocks([{ ask: 1, block: 1 }], ["甲", "甲"], ["甲", "甲"])).toEqual([{ ask: 1, block: 1 }]);
  });

  it("points only at blocks that say what they said", () => {
    const texts = fc.array(fc.constantFrom("甲", "乙", "丙", "丁"), { maxLength: 8 });
    const answers = fc.array(fc.record({ ask: fc.integer({ min: 1, max: 5 }), block: fc.nat(9) }), { maxLength: 10 });
    fc.assert(
      fc.property(answers, texts, texts, (map, before, after) => {
        for (const { block, ask } of followBlocks(map, before, after)) {
          const sources = map.filter((answer) => answer.ask === ask).map((answer) => before[answer.block]);
          expect(sources).toContain(after[block]);
        }
      }),
    );
  });
});
