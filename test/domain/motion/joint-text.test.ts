import { expect, test } from "vitest";
import { toJointText } from "#domain/motion/joint-text.ts";

test.each([
  ["nobody joined", { jointText: null, proposers: ["卢子"], proposerCount: 1 }, null],
  [
    "names that are known",
    { jointText: null, proposers: ["卢子", "冉云芳", "桂安"], proposerCount: 3 },
    "冉云芳、桂安",
  ],
  ["more than are known by name", { jointText: null, proposers: ["卢子", "冉云芳"], proposerCount: 6 }, "冉云芳等5人"],
  ["a count alone", { jointText: null, proposers: ["卢子"], proposerCount: 3 }, "等2人"],
  ["the words it came with", { jointText: "冉云芳等5人", proposers: ["卢子"], proposerCount: 6 }, "冉云芳等5人"],
])("%s", (_, filers, printed) => {
  expect(toJointText(filers)).toBe(printed);
});
