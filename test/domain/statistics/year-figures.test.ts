import { describe, expect, it } from "vitest";
import { findPreset } from "#domain/scheme/presets.ts";
import type { Scheme } from "#domain/scheme/scheme.ts";
import type { YearTally } from "#domain/statistics/year-figures.ts";
import { kindStatistics, totalStatistics } from "#domain/statistics/year-figures.ts";

function preset(id: string): Scheme {
  const found = findPreset(id);
  if (!found) throw new Error(`no preset ${id}`);
  return found;
}

/** 宿州 2024: 201 suggestions of 216, A 67, B 134, as its published report has them. */
const SUZHOU: YearTally = {
  year: 2024,
  kind: "suggestion",
  schemeId: "suzhou-2024",
  motions: 201,
  keyItems: 5,
  filed: 216,
  owed: 201,
  answered: 201,
  published: 180,
  publishedInFull: 171,
  withheld: 21,
  withdrawn: 0,
  fromLedger: 0,
  classes: { A: 67, B: 134 },
  lastOn: "2024-12-20",
};

describe("figures of a year", () => {
  it("are those of the report of 宿州 2024", () => {
    const statistics = kindStatistics(SUZHOU, preset("suzhou-2024"));
    expect(statistics.classes.map(({ class: item, count, share }) => [item.code, count, share])).toEqual([
      ["A", 67, "33.33"],
      ["B", 134, "66.67"],
    ]);
    const share = statistics.rates.find((rate) => rate.key === "government_share");
    expect(share).toMatchObject({ numerator: 201, base: 216, percent: "93.06" });
  });

  it("print numerator, base and definition with every rate", () => {
    for (const rate of kindStatistics(SUZHOU, preset("suzhou-2024")).rates) {
      expect(rate.definition).toMatch(/除以/);
      expect(rate.numerator).toBeLessThanOrEqual(rate.base);
    }
  });

  it("show a class that nothing fell into, and what was not classified", () => {
    const tally = { ...SUZHOU, schemeId: "zhanyi-2023", classes: { A: 60, B: 130 } };
    const statistics = kindStatistics(tally, preset("zhanyi-2023"));
    expect(statistics.classes.at(-1)).toMatchObject({ count: 0, share: "0.00" });
    expect(statistics.unclassified).toBe(11);
  });

  it("have no percentage where the base is zero", () => {
    const none = {
      ...SUZHOU,
      motions: 0,
      owed: 0,
      answered: 0,
      published: 0,
      publishedInFull: 0,
      withheld: 0,
      filed: null,
    };
    const statistics = kindStatistics({ ...none, classes: {} }, preset("suzhou-2024"));
    expect(statistics.rates.map((rate) => rate.percent)).toEqual([null, null, null, null]);
  });

  it("add up over the kinds", () => {
    const proposals: YearTally = {
      ...SUZHOU,
      kind: "proposal",
      motions: 9,
      owed: 10,
      answered: 8,
      published: 6,
      classes: { A: 3, B: 5 },
    };
    const total = totalStatistics([SUZHOU, proposals], [preset("suzhou-2024")]);
    expect(total).toMatchObject({ motions: 210, owed: 211, answered: 209, published: 186, unclassified: 0 });
    expect(total.classes.map((item) => item.count)).toEqual([70, 139]);
  });

  it("never add letters of different schemes", () => {
    const proposals: YearTally = { ...SUZHOU, kind: "proposal", schemeId: "four-class", classes: { A: 1, C: 2 } };
    const total = totalStatistics([SUZHOU, proposals], [preset("suzhou-2024"), preset("four-class")]);
    expect(total.classes).toEqual([]);
    expect(total.schemeName).toBeNull();
    expect(total.rates.map((rate) => rate.key)).not.toContain("resolved_rate");
  });

  it("do not guess the share of the government where one kind's total is unknown", () => {
    const proposals: YearTally = { ...SUZHOU, kind: "proposal", filed: null };
    const total = totalStatistics([SUZHOU, proposals], [preset("suzhou-2024")]);
    expect(total.rates.map((rate) => rate.key)).not.toContain("government_share");
  });
});
