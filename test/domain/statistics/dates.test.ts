import { describe, expect, it } from "vitest";
import { findClosingLetter, toClassSeries } from "#domain/statistics/case-dates.ts";
import { listCohortDays, listCohorts } from "#domain/statistics/cohort.ts";
import { isKept, isRipe } from "#domain/statistics/term.ts";
import { ZHANYI, aCase, aMotion, classOf, term } from "#test/support/sheet-facts.ts";

describe("a term", () => {
  it.each([
    ["met on its day", term("2026-06-30", "2026-06-30"), true, true],
    ["met a day late", term("2026-06-30", "2026-07-01"), true, false],
    ["due today, not met", term("2026-07-01", null), false, false],
    ["due yesterday, not met", term("2026-06-30", null), true, false],
    ["met without a limit", term(null, "2026-06-30"), false, false],
    ["neither", term(null, null), false, false],
  ])("%s", (_, item, ripe, kept) => {
    expect([isRipe(item, "2026-07-01"), isKept(item)]).toEqual([ripe, kept]);
  });
});

describe("the letter that closes a matter", () => {
  const filed = (filedAt: string | null, ordersRedo: boolean) => ({
    answers: null,
    filedAt,
    ordersRedo,
    redoDueOn: null,
  });

  it.each([
    ["is the first", ["2026-05-01T01:00Z", "2026-06-01T01:00Z"], [], "2026-05-01T01:00Z"],
    ["is none before the first", [], [], null],
    [
      "is the first after the order",
      ["2026-05-01", "2026-06-01", "2026-07-01"],
      [filed("2026-05-10", true)],
      "2026-06-01",
    ],
    ["is none while the order stands", ["2026-05-01"], [filed("2026-05-10", true)], null],
    ["is that after the last of two orders", ["1", "3", "5"], [filed("2", true), filed("4", true)], "5"],
    ["is not moved by 满意", ["1"], [filed("2", false)], "1"],
    ["is the first where the form came before it", ["3"], [filed("2", true)], "3"],
  ])("%s", (_, letters, rounds, expected) => {
    expect(findClosingLetter(letters, rounds)).toBe(expected);
  });
});

describe("the classes of a reply", () => {
  const find = (code: string) => ZHANYI.classes.find((item) => item.code === code);
  const codes = (...args: Parameters<typeof toClassSeries>) => toClassSeries(...args).map((item) => item.class.code);

  it("are those decided; without a series, those printed", () => {
    const decided = [{ code: "B", on: "2026-05-01" }];
    const printed = [
      { code: "C", on: "2026-05-01" },
      { code: null, on: null },
      { code: "A", on: "2026-06-01" },
    ];
    expect(codes(decided, printed, find)).toEqual(["B"]);
    expect(codes([], printed, find)).toEqual(["C", "A"]);
    expect(codes([{ code: "Z", on: "2026-05-01" }], printed, find)).toEqual([]);
  });
});

describe("a cohort", () => {
  const followed = (id: string, ...series: readonly (readonly [code: string, on: string])[]) =>
    aMotion(id, [aCase(id, "zhujian", { classes: series.map(([code, on]) => ({ class: classOf(code), on })) })]);
  const sheet = {
    motions: [
      followed("m1", ["B", "2024-05-01"], ["A", "2024-12-31"]),
      followed("m2", ["B", "2024-05-01"], ["A", "2025-01-01"]),
      followed("m3", ["B", "2024-05-01"]),
      // Turned back: what was solved is open again.
      followed("m4", ["B", "2024-05-01"], ["A", "2024-09-01"], ["B", "2025-03-01"]),
      followed("m5", ["A", "2024-05-01"]),
    ],
    commitments: [],
    filed: [],
  };

  it("is read at the end of each year and today", () => {
    expect(listCohortDays(2024, "2026-07-01")).toEqual(["2024-12-31", "2025-12-31", "2026-07-01"]);
    expect(listCohortDays(2026, "2026-07-01")).toEqual(["2026-07-01"]);
  });

  it("counts what had become of it by each day", () => {
    const [b, c] = listCohorts(sheet, ZHANYI, listCohortDays(2024, "2026-07-01"));
    expect(b).toMatchObject({ classCode: "B", base: 4 });
    expect(b?.points.map(({ numerator, percent }) => [numerator, percent])).toEqual([
      [2, "50.00"],
      [2, "50.00"],
      [2, "50.00"],
    ]);
    expect(c).toMatchObject({ classCode: "C", base: 0 });
    expect(c?.points.map(({ percent }) => percent)).toEqual([null, null, null]);
  });
});
