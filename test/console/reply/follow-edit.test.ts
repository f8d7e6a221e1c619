import * as fc from "fast-check";
import { expect, test } from "vitest";
import { followEdit } from "#console/parts/reply/follow-edit.ts";
import { richTextOf } from "#domain/reply/rich-text.ts";

const answer = { ask: 1, block: 1 };
const before = richTextOf(["甲", "乙", "丙"]);
const follow = (after: readonly string[]) => followEdit([answer], before, richTextOf(after));

test("who mends words within a paragraph still answers with it", () => {
  expect(follow(["甲", "乙乙", "丙"])).toEqual([answer]);
});

test("a paragraph that comes or goes before it moves it along", () => {
  expect(follow(["新", "甲", "乙", "丙"])).toEqual([{ ask: 1, block: 2 }]);
  expect(follow(["乙", "丙"])).toEqual([{ ask: 1, block: 0 }]);
  expect(follow(["甲", "乙", "丙", "丁"])).toEqual([answer]);
});

test("a paragraph that is gone answers nothing", () => {
  expect(follow(["甲", "丙"])).toEqual([]);
});

test("an answer never points beside the letter", () => {
  const texts = fc.array(fc.constantFrom("甲", "乙", "丙", "丁"), { maxLength: 6 });
  fc.assert(
    fc.property(texts, texts, (from, to) => {
      const answers = from.map((_, block) => ({ ask: 1, block }));
      for (const { block } of followEdit(answers, richTextOf(from), richTextOf(to))) {
        expect(block).toBeGreaterThanOrEqual(0);
        expect(block).toBeLessThan(to.length);
      }
    }),
  );
});
