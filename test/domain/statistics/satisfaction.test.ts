import { describe, expect, it } from "vitest";
import { toSatisfactionRows } from "#domain/statistics/satisfaction.ts";

const INDICATORS = [
  { code: "satisfied_strict_attitude_first", label: "办理态度满意率（仅计满意），首轮，占收回" },
  { code: "satisfied_strict_attitude_latest_of_asked", label: "办理态度满意率（仅计满意），最近一轮，占发出" },
];
const figures = (strict: number, wide: number, low: number, base: number | null) => [
  { code: "satisfied_strict_attitude_first", numerator: strict, base },
  { code: "satisfied_wide_attitude_first", numerator: wide, base },
  { code: "dissatisfied_attitude_first", numerator: low, base },
];

describe("the grades of a question side by side", () => {
  it("are taken apart: 基本满意 is what the wide rate has beyond the strict one", () =>
    expect(toSatisfactionRows(INDICATORS, figures(60, 75, 4, 80))).toEqual([
      { axis: "办理态度", round: "首轮", returned: 80, satisfied: 60, basicallySatisfied: 15, dissatisfied: 4 },
    ]));

  it.each([
    ["no form came back", figures(0, 0, 0, 0)],
    ["a base is unknown", figures(0, 0, 0, null)],
    ["the wide rate counts fewer than the strict one", figures(60, 59, 0, 80)],
    ["a grade is missing", figures(60, 75, 4, 80).slice(0, 2)],
  ])("are left out where %s", (_, list) => expect(toSatisfactionRows(INDICATORS, list)).toEqual([]));
});
