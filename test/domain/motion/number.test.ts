import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  motionId,
  motionNumberLabel,
  motionNumberSlug,
  motionPath,
  parseMotionNumber,
  parseMotionNumberSlug,
} from "#domain/motion/number.ts";

const anyNumber = fc.record({ number: fc.integer({ min: 1, max: 99_999 }), betweenSessions: fc.boolean() });

describe("a 编号", () => {
  it.each([
    [39, 39, false],
    ["39", 39, false],
    ["３９", 39, false],
    [" 39 号", 39, false],
    ["第39号", 39, false],
    ["第 039 号", 39, false],
    ["闭会第1号", 1, true],
    ["闭会期间第12号", 12, true],
  ])("%j is read as %i, between sessions: %s", (input, number, betweenSessions) => {
    expect(parseMotionNumber(input)).toEqual({ number, betweenSessions });
  });

  it.each(["", "0", "第0号", "1E5", "-3", "3.5", "100000", "三十九", "39号建议", "2026-03-10", "0890-6200000"])(
    "%j is not a number of a motion",
    (input) => {
      expect(parseMotionNumber(input)).toBeUndefined();
    },
  );

  it("keeps 1 and 闭会第1号 apart in label, address and identity", () => {
    const inSession = { number: 1, betweenSessions: false };
    const between = { number: 1, betweenSessions: true };
    expect(motionNumberLabel(inSession)).toBe("第1号");
    expect(motionNumberLabel(between)).toBe("闭会第1号");
    expect(motionPath(2026, "suggestion", inSession)).toBe("/2026/jianyi/1/");
    expect(motionPath(2026, "suggestion", between)).toBe("/2026/jianyi/bihui-1/");
    expect(motionId(2026, "proposal", between)).toBe("2026-tian-bihui-1");
  });

  it("is read back from its label and from its address", () => {
    fc.assert(
      fc.property(anyNumber, (number) => {
        expect(parseMotionNumber(motionNumberLabel(number))).toEqual(number);
        expect(parseMotionNumberSlug(motionNumberSlug(number))).toEqual(number);
      }),
    );
  });

  it.each(["01", "0", "bihui-", "bihui-01", "39a", "-1", "../1"])("%j is no address of a motion", (slug) => {
    expect(parseMotionNumberSlug(slug)).toBeUndefined();
  });
});
