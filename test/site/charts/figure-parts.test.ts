import { describe, expect, it } from "vitest";
import { toDisclosureParts, toSatisfactionParts, toTermParts } from "#site/charts/figure-parts.ts";

const figure = (code: string, numerator: number, base: number | null) => ({ code, numerator, base });
const counts = (parts: readonly { short: string; count: number }[]) => parts.map(({ short, count }) => [short, count]);

describe("a bar of terms", () => {
  const of = (kept: number, all: number, due: number, keptOfDue = kept) => [
    figure("x_of_all", kept, all),
    figure("x_of_due", keptOfDue, due),
  ];

  it("adds up to all that is owed", () =>
    expect(counts(toTermParts(of(90, 114, 97), "x", "答复"))).toEqual([
      ["按期", 90],
      ["逾期", 7],
      ["未到期", 17],
    ]));

  it("leaves out what is none", () => expect(counts(toTermParts(of(5, 5, 5), "x", "答复"))).toEqual([["按期", 5]]));

  it.each([
    ["two rates count differently", of(5, 9, 8, 4)],
    ["more is due than owed", of(5, 6, 7)],
    ["nothing is owed", of(0, 0, 0)],
    ["a rate is missing", of(5, 9, 8).slice(0, 1)],
  ])("is not drawn where %s", (_, figures) => expect(toTermParts(figures, "x", "答复")).toEqual([]));
});

it("a bar of disclosure has the modes that occur, open to closed", () =>
  expect(counts(toDisclosureParts([figure("mode_none", 5, 97), figure("mode_full", 91, 97)]))).toEqual([
    ["全文公开", 91],
    ["不公开", 5],
  ]));

it("a bar of satisfaction holds every form that came back", () => {
  const row = { axis: "办理态度", round: "首轮", returned: 80, satisfied: 60, basicallySatisfied: 15, dissatisfied: 4 };
  expect(counts(toSatisfactionParts(row))).toEqual([
    ["满意", 60],
    ["基本满意", 15],
    ["不满意", 4],
    ["未填", 1],
  ]);
});
