import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkFigures } from "#domain/statistics/published/check-figures.ts";
import { roundSteps } from "#domain/statistics/published/printed-percent.ts";
import type { PublishedFigure } from "#domain/statistics/published/published-figure.ts";
import { PublishedFigures } from "#domain/statistics/published/published-figure.ts";

const FILE = new URL("../../../fixtures/stats/published-figures.json", import.meta.url);
type Known = { readonly id: string; readonly known_inconsistencies: readonly string[] };
const RAW = JSON.parse(readFileSync(FILE, "utf8")) as { readonly figures: readonly Known[] };

const codesOf = (...figures: PublishedFigure[]) =>
  checkFigures(figures).map((item) => item.findings.map(({ code }) => code));
const messagesOf = (figure: PublishedFigure) =>
  checkFigures([figure]).flatMap((item) => item.findings.map(({ message }) => message));

type Row = readonly [label: string, n: number | null, percent?: number | string | null];
const figure = (base: number | null, rows: readonly Row[], more: Partial<PublishedFigure> = {}): PublishedFigure => ({
  id: "x",
  base,
  parts: rows.map(([label, n, published_percent = null]) => ({ label, n, published_percent })),
  ...more,
});

describe("figures that were published", () => {
  const checked = new Map(checkFigures(PublishedFigures.parse(RAW)).map(({ id, findings }) => [id, findings]));

  it("are all there", () => expect(checked.size).toBe(15));

  it.each(RAW.figures.map(({ id, known_inconsistencies: known }) => [id, known] as const))(
    "%s: exactly %j",
    (id, known) => {
      expect(checked.get(id)?.map(({ code }) => code)).toEqual(known);
    },
  );

  it("say in words what is wrong and where", () => {
    expect(checked.get("shenzhen-2018-classes")?.[0]).toMatchObject({ where: "条件不具备", severity: "error" });
    expect(checked.get("shenzhen-2018-classes")?.[0]?.message).toContain(
      "53 占 6.3% 是按 848 计算的，按 1103 应为 4.8%",
    );
    expect(checked.get("shenzhen-zhengshu-2023-roles")?.[0]?.message).toContain(
      "各项相加是 19，公布的总数是 20，还差 1",
    );
    expect(checked.get("unnamed-city-2022-classes")?.[0]).toMatchObject({ severity: "warning" });
  });
});

describe("parts and wholes", () => {
  it("宁波 2011: 591 are printed, the parts make 588, and the shares are of 588", () => {
    const ningbo = figure(591, [
      ["已解决", 148, 25.2],
      ["部分解决", 364, 61.9],
      ["尚不能解决", 66, 11.2],
      ["留作参考", 10, 1.7],
    ]);
    expect(codesOf(ningbo)).toEqual([["parts_do_not_sum_to_base", "percent_of_other_base"]]);
    expect(messagesOf(ningbo)[0]).toContain("还差 3");
  });

  it.each([
    ["more than the base", figure(10, [["a", 11]]), ["part_exceeds_base"]],
    ["as many as the base", figure(10, [["a", 10, 100]]), []],
    [
      "one too many in all",
      figure(20, [
        ["a", 12],
        ["b", 9],
      ]),
      ["parts_do_not_sum_to_base"],
    ],
    [
      "a total that is not the sum",
      figure(
        null,
        [
          ["a", 2],
          ["b", 3],
        ],
        { sum_of_parts: 6 },
      ),
      ["stated_sum_wrong"],
    ],
    ["more forms back than out", figure(null, [["a", 1]], { issued: 28, returned: 29 }), ["returned_exceeds_issued"]],
    [
      "numbers that were never meant to add up",
      figure(
        220,
        [
          ["过程", 215],
          ["结果", 198],
        ],
        { parts_exclude_each_other: false },
      ),
      [],
    ],
    ["targets", figure(100, [["a", 120, 50]], { targets: true }), []],
    ["no parts", figure(5, []), []],
  ])("%s", (_, given, codes) => expect(codesOf(given)).toEqual([codes]));

  it("parts of two bases are no parts of one whole", () => {
    const parts = [
      { label: "建议", n: 572, base: 815, published_percent: 70.2 },
      { label: "提案", n: 506, base: 798, published_percent: 63.4 },
    ];
    expect(codesOf({ id: "x", parts })).toEqual([[]]);
    expect(codesOf({ id: "x", parts, parts_exclude_each_other: true })).toEqual([["parts_of_different_bases"]]);
  });
});

describe("a printed percentage", () => {
  const one = (n: number | null, base: number, percent: number | string, more: Partial<PublishedFigure> = {}) =>
    figure(base, [["a", n, percent]], { parts_exclude_each_other: false, ...more });

  it.each([
    ["right at two decimals", one(67, 201, 33.33), []],
    ["right at none", one(190, 245, 78), []],
    ["half goes up", one(1, 800, 0.13), []],
    ["half does not go down", one(1, 800, 0.12), ["percent_truncated"]],
    ["a last zero is a decimal", one(1, 3, "33.30"), ["percent_wrong"]],
    ["cut off instead of rounded", one(2, 3, 66.6), ["percent_truncated"]],
    ["wrong", one(2, 3, 70.1), ["percent_wrong"]],
    ["of nothing", one(0, 0, 0), ["percent_of_zero"]],
    ["more than all", one(null, 10, 130), ["percent_out_of_range", "percent_impossible"]],
    ["less than nothing", figure(null, [["a", null, -1]]), ["percent_out_of_range"]],
    ["that no whole number gives", one(null, 93, 58.07), ["percent_impossible"]],
    ["that one does", one(null, 93, 58.06), []],
    ["of another whole named beside", one(53, 1103, 6.3, { second_base: 848 }), ["percent_of_other_base"]],
  ])("%s", (_, given, codes) => expect(codesOf(given)).toEqual([codes]));

  it("bent so that all make 100", () => {
    // 54, 36 and 3 of 93: 58.06, 38.71 and 3.23 are 100.00; 58.07 makes 100.01. With 38.70 beside it they are 100 again.
    const bent = figure(93, [
      ["A", 54, 58.07],
      ["B", 36, "38.70"],
      ["C", 3, 3.23],
    ]);
    expect(codesOf(bent)).toEqual([["percent_forced_to_100", "percent_truncated"]]);
  });

  it("stated as about, or as a lower bound, is not held to a decimal", () => {
    const about = (about_percent: number): PublishedFigure => ({
      id: "x",
      base: 10_182,
      parts: [{ label: "公开", n: 6300, at_least: true, published_percent: 65.1, about_percent }],
    });
    expect(codesOf(about(62))).toEqual([[]]);
    expect(codesOf(about(64))).toEqual([["about_percent_wrong"]]);
  });
});

describe("shares", () => {
  const shares = (...percents: number[]) =>
    figure(
      null,
      percents.map((percent, index) => [`第${index + 1}类`, null, percent]),
    );

  it.each([
    ["make 100", shares(92.47, 7.53), []],
    ["lack what rounding takes", shares(33.33, 33.33, 33.33), ["percentages_do_not_sum_to_100"]],
    ["lack more", shares(50, 49), ["percentages_do_not_sum_to_100"]],
    ["of unlike things are not added", shares(62, 81.4), []],
  ])("%s", (_, given, codes) => expect(codesOf(given)).toEqual([codes]));

  it("a gap that rounding explains is a warning, a wider one an error", () => {
    const severityOf = (given: PublishedFigure) => checkFigures([given])[0]?.findings[0]?.severity;
    expect(severityOf(shares(33.33, 33.33, 33.33))).toBe("warning");
    expect(severityOf(shares(50.1, 49.7))).toBe("error");
  });

  it("are no fault where every count shows that only rounding is at work", () => {
    expect(
      codesOf(
        figure(3, [
          ["a", 1, 33.33],
          ["b", 1, 33.33],
          ["c", 1, 33.33],
        ]),
      ),
    ).toEqual([[]]);
  });
});

describe("years", () => {
  const of = (year: number, n: number, more: object = {}): PublishedFigure => ({
    id: `y${year}`,
    place: "云川市",
    year,
    about: "建议",
    parts: [{ label: "办理件数", n, ...more }],
  });

  it.each([
    ["agree", [of(2025, 120), of(2026, 126, { previous_n: 120, change: 6, change_percent: 5 })], [[], []]],
    ["a fall", [of(2026, 90, { previous_n: 120, change: -30, change_percent: -25 })], [[]]],
    [
      "the year before as printed then",
      [of(2025, 121), of(2026, 126, { previous_n: 120 })],
      [[], ["year_on_year_contradiction"]],
    ],
    ["a difference that is none", [of(2026, 126, { previous_n: 120, change: 7 })], [["change_wrong"]]],
    [
      "a rate of change, by the other year's figure",
      [of(2025, 120), of(2026, 126, { change_percent: 5.1 })],
      [[], ["change_percent_wrong"]],
    ],
    ["growth from nothing", [of(2026, 4, { previous_n: 0, change_percent: 100 })], [["change_of_zero"]]],
    [
      "one year printed twice",
      [of(2026, 126), { ...of(2026, 127), id: "z" }],
      [["two_values_for_one_year"], ["two_values_for_one_year"]],
    ],
    ["another place is another series", [of(2026, 126), { ...of(2026, 127), id: "z", place: "别处" }], [[], []]],
    ["a gap of two years says nothing", [of(2024, 1), of(2026, 126, { previous_n: 120 })], [[], []]],
  ])("%s", (_, given, codes) => expect(codesOf(...given)).toEqual(codes));
});

describe("laws", () => {
  const counted = fc
    .record({
      counts: fc.array(fc.nat(3000), { minLength: 2, maxLength: 6 }),
      decimals: fc.integer({ min: 0, max: 3 }),
    })
    .filter(({ counts }) => counts.some((count) => count > 0));
  const print = (counts: readonly number[], decimals: number) => {
    const base = counts.reduce((sum, count) => sum + count, 0);
    return figure(
      base,
      counts.map((n, index) => [`${index}`, n, (roundSteps(n, base, decimals) / 10 ** decimals).toFixed(decimals)]),
      { parts_exclude_each_other: true },
    );
  };

  it("figures that are rightly computed are never flagged", () => {
    fc.assert(
      fc.property(counted, ({ counts, decimals }) => {
        expect(codesOf(print(counts, decimals))).toEqual([[]]);
      }),
    );
  });

  it("one count or one share that is off by more than rounding always is", () => {
    fc.assert(
      fc.property(counted, fc.nat(), fc.boolean(), ({ counts, decimals }, pick, inCount) => {
        const { parts, ...rest } = print(counts, decimals);
        const index = pick % parts.length;
        const spoilt = parts.map((part, at) => {
          if (at !== index) return part;
          if (inCount) return { ...part, n: (part.n ?? 0) + 1 };
          const printed = Number(part.published_percent);
          return { ...part, published_percent: (printed < 50 ? printed + 7 : printed - 7).toFixed(decimals) };
        });
        expect(codesOf({ ...rest, parts: spoilt })).not.toEqual([[]]);
      }),
    );
  });
});

it("takes a list, an object with figures, or one figure, and refuses what is none", () => {
  const [one] = RAW.figures;
  expect(
    [PublishedFigures.parse([one]), PublishedFigures.parse(one), PublishedFigures.parse(RAW)].map((x) => x.length),
  ).toEqual([1, 1, 15]);
  for (const wrong of [
    [],
    {},
    null,
    { figures: [{ id: "x", parts: [{ label: "a", n: 1.5 }] }] },
    { id: "", parts: [] },
  ]) {
    expect(PublishedFigures.safeParse(wrong).success).toBe(false);
  }
});
