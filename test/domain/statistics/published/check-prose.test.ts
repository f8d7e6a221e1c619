import { expect, it } from "vitest";
import { checkProse } from "#domain/statistics/published/check-prose.ts";

const found = (text: string) => checkProse(text).map(({ where }) => where);

it.each([
  ["of a whole that is named", "共承办建议201件，其中A类67件，占33.33%，B类134件，占66.67%。", []],
  ["of one named elsewhere", "全年共承办201件。\n已解决67件（占33.33%）。", []],
  ["of one with a comma", "应答复1,103件次，已解决482件次（43.7%）。", []],
  ["of a whole that the parts make", "A类67件（33.33%）、B类134件（66.67%）。", []],
  ["wrong", "共承办201件，已解决67件，占34.33%。", ["67件，占34.33%"]],
  [
    "of a whole that is named nowhere (宿州 2024)",
    "承办201件，占代表建议总数的93.06%。",
    ["201件，占代表建议总数的93.06%"],
  ],
  ["of itself, where all are meant", "共承办7件，办结7件，办结率100%。", []],
  ["of growth", "承办126件，同比增长5%；比上年多6件，增长5.0%。", []],
  ["not of the next sentence", "承办建议126件。满意率达到98%。", []],
  ["none", "各单位高度重视。", []],
])("a share %s", (_, text, expected) => expect(found(text)).toEqual(expected));

it("says what to do", () => {
  const [finding] = checkProse("共承办201件，已解决67件，占34.33%。");
  expect(finding).toMatchObject({ code: "percent_unexplained", severity: "warning" });
  expect(finding?.message).toContain("没有一个总数能使 67 占 34.33%");
});
