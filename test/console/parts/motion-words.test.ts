import { expect, test } from "vitest";
import { toMotionId } from "#console/parts/motion-words.ts";

test.each([
  ["39", "2026-jianyi-39"],
  ["第39号", "2026-jianyi-39"],
  ["第３９号提案", "2026-tian-39"],
  ["闭会第1号建议", "2026-jianyi-bihui-1"],
  ["2025年第7号提案", "2025-tian-7"],
  ["2025年度第7号", "2025-jianyi-7"],
  [" 2025-tian-bihui-2 ", "2025-tian-bihui-2"],
  ["电梯那一件", "电梯那一件"],
])("%s beside 2026-jianyi-40 is %s", (words, id) => {
  expect(toMotionId(words, "2026-jianyi-40")).toBe(id);
});
