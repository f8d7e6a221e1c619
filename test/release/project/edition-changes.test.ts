import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { richTextOf } from "#domain/reply/rich-text.ts";
import { findChanges } from "#release/project/edition-changes.ts";

const changesOf = (before: string[], after: string[]) => findChanges(richTextOf(before), richTextOf(after));

describe("what a correction changed", () => {
  it("is the figure as a whole, with a few words around it", () => {
    const opening = "该路段是柳溪镇至双河乡的唯一通道，群众反映多年，现已查明全长";
    const [change] = changesOf(["收悉。", `${opening}4.6公里。`], ["收悉。", `${opening}6.4公里。`]);
    expect(change?.paragraph).toBe(2);
    expect(change?.pieces.map(({ kind }) => kind)).toEqual(["same", "removed", "added", "same"]);
    expect(change?.pieces.map(({ text }) => text).slice(1)).toEqual(["4.6", "6.4", "公里。"]);
    expect(change?.pieces[0]?.text).toMatch(/^….{18}$/u);
  });

  it("is a whole paragraph where it is new or gone", () => {
    expect(changesOf(["甲乙丙。"], ["甲乙丙。", "今年再开工120部。"])).toEqual([
      { paragraph: 2, pieces: [{ kind: "added", text: "今年再开工120部。" }] },
    ]);
    expect(changesOf(["甲乙丙。", "今年再开工120部。"], ["甲乙丙。"])).toEqual([
      { paragraph: null, pieces: [{ kind: "removed", text: "今年再开工120部。" }] },
    ]);
  });

  it("is nothing between equals, and otherwise names only what is not in both", () => {
    const letter = fc.array(fc.stringMatching(/^[甲乙丙丁1-9]{1,12}$/u), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(letter, letter, (before, after) => {
        const changes = changesOf(before, after);
        if (JSON.stringify(before) === JSON.stringify(after)) expect(changes).toEqual([]);
        else expect(changes.length).toBeGreaterThan(0);
        for (const { paragraph, pieces } of changes) {
          const now = pieces.filter(({ kind }) => kind !== "removed").map(({ text }) => text);
          if (paragraph !== null) expect(after[paragraph - 1]).toBe(now.join(""));
        }
      }),
      { numRuns: 200 },
    );
  });
});
