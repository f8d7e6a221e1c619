import { describe, expect, it } from "vitest";
import { toFigures } from "#domain/statistics/figure.ts";
import { GROUP_LABELS, baseWordsOf, definitionOf } from "#domain/statistics/indicator.ts";
import { listIndicators } from "#domain/statistics/indicators.ts";
import { sliceSheet } from "#domain/statistics/slice.ts";
import { EMPTY, TERMS, ZHANYI, schemeOf } from "#test/support/sheet-facts.ts";
import { WORKED, WORKED_ON } from "#test/support/worked-sheet.ts";

const INDICATORS = listIndicators(TERMS);

/** Counted on paper from `worked-sheet.ts`: numerator and base, or a plain count. */
const BY_HAND: Readonly<Record<string, string>> = {
  motions: "4",
  owed: "5",
  joint_parts: "2",
  parts: "7",
  government_share: "4/15",
  between_sessions_share: "1/4",
  key_item_share: "1/4",
  separate_share: "1/4",
  shared_share: "2/4",
  merged: "1",
  transferred: "1",
  withdrawn_motions: "1",

  signed_rate: "5/7",
  // One signed without a limit counts among all, never as in time.
  signed_on_time_of_all: "3/7",
  signed_on_time_of_due: "3/5",
  objected_rate: "2/8",
  objection_upheld_rate: "1/2",
  opinion_given_rate: "1/1",
  opinion_on_time_of_all: "1/1",
  opinion_on_time_of_due: "1/1",
  opinion_waived_rate: "1/2",

  answered_rate: "3/5",
  from_ledger_rate: "0/3",
  answered_motion_rate: "2/4",
  closed_rate: "2/5",
  closed_motion_rate: "1/4",
  answered_on_time_of_all: "3/5",
  answered_on_time_of_due: "3/4",
  answered_within_law_of_all: "1/5",
  answered_within_law_of_due: "1/3",
  closed_on_time_of_all: "1/5",
  closed_on_time_of_due: "1/3",
  closed_within_law_of_all: "1/5",
  closed_within_law_of_due: "1/3",
  extended_rate: "1/5",

  meeting_rate_by_case: "1/5",
  meeting_rate_not_waived: "1/4",
  meeting_rate_by_motion: "1/4",
  meeting_rate_by_invited: "5/8",
  meeting_rate_by_proposer: "3/9",
  meeting_waived_rate: "1/5",
  contacted_rate: "3/5",
  five_contacts_rate: "1/5",
  five_contacts_progress: "8/25",
  contact_call_rate: "2/5",
  contact_letter_rate: "2/5",
  contact_meeting_rate: "2/5",
  contact_visit_rate: "1/5",
  contact_conference_rate: "1/5",

  feedback_returned_of_answered: "3/3",
  feedback_returned_first: "3/4",
  satisfied_strict_attitude_first: "2/3",
  satisfied_wide_attitude_first: "3/3",
  dissatisfied_attitude_first: "0/3",
  satisfied_strict_result_first: "1/3",
  satisfied_wide_result_first: "1/3",
  dissatisfied_result_first: "2/3",
  satisfied_strict_all_axes_first: "1/3",
  satisfied_wide_all_axes_first: "1/3",
  dissatisfied_all_axes_first: "2/3",
  feedback_returned_second: "1/1",
  satisfied_strict_attitude_second: "1/1",
  satisfied_wide_attitude_second: "1/1",
  dissatisfied_attitude_second: "0/1",
  satisfied_strict_result_second: "0/1",
  satisfied_wide_result_second: "1/1",
  dissatisfied_result_second: "0/1",
  satisfied_strict_all_axes_second: "0/1",
  satisfied_wide_all_axes_second: "1/1",
  dissatisfied_all_axes_second: "0/1",
  feedback_returned_latest: "3/4",
  satisfied_strict_attitude_latest: "2/3",
  satisfied_wide_attitude_latest: "3/3",
  dissatisfied_attitude_latest: "0/3",
  satisfied_strict_result_latest: "1/3",
  satisfied_wide_result_latest: "2/3",
  dissatisfied_result_latest: "1/3",
  satisfied_strict_all_axes_latest: "1/3",
  satisfied_wide_all_axes_latest: "2/3",
  dissatisfied_all_axes_latest: "1/3",
  satisfied_strict_attitude_latest_of_asked: "2/4",
  satisfied_wide_attitude_latest_of_asked: "3/4",
  satisfied_strict_result_latest_of_asked: "1/4",
  satisfied_wide_result_latest_of_asked: "2/4",
  satisfied_strict_all_axes_latest_of_asked: "1/4",
  satisfied_wide_all_axes_latest_of_asked: "2/4",
  satisfied_strict_attitude_latest_of_answered: "2/3",
  satisfied_wide_attitude_latest_of_answered: "3/3",
  satisfied_strict_result_latest_of_answered: "1/3",
  satisfied_wide_result_latest_of_answered: "2/3",
  satisfied_strict_all_axes_latest_of_answered: "1/3",
  satisfied_wide_all_axes_latest_of_answered: "2/3",
  redo_rate: "2/3",
  redo_on_time_of_all: "1/2",
  redo_on_time_of_due: "1/2",
  satisfied_again_rate: "1/1",

  classified_rate: "3/3",
  class_1_first_zhanyi_2023: "1/3",
  class_1_zhanyi_2023: "2/3",
  class_2_first_zhanyi_2023: "1/3",
  class_2_zhanyi_2023: "0/3",
  class_3_first_zhanyi_2023: "1/3",
  class_3_zhanyi_2023: "1/3",
  resolved_rate_first: "1/3",
  resolved_rate: "2/3",
  resolved_rate_of_owed: "2/5",
  adopted_rate_first: "1/3",
  adopted_rate: "2/3",
  adopted_rate_of_owed: "2/5",
  implementing_rate_first: "2/3",
  implementing_rate: "2/3",
  implementing_rate_of_owed: "2/5",

  public_rate: "2/3",
  public_rate_of_owed: "2/5",
  full_text_rate: "1/3",
  full_text_rate_of_published: "1/2",
  published_on_time_of_all: "1/2",
  published_on_time_of_due: "1/2",
  published_on_time_of_published: "1/2",
  mode_full: "1/3",
  mode_summary: "1/3",
  mode_redacted: "0/3",
  mode_none: "1/3",
  ground_article_14: "1/2",
  ground_article_15: "1/2",
  ground_article_16: "0/2",
  ground_filer_request: "0/2",
  ground_other: "0/2",
  ground_missing: "0/2",
  withdrawn_rate: "0/3",

  follow_up_replied_rate: "1/1",
  follow_up_on_time_of_due: "1/1",
  conversion_rate: "1/1",
  conversion_rate_class_2_zhanyi_2023: "1/1",
  conversion_rate_class_3_zhanyi_2023: "0/1",
  commitments: "6",
  commitment_kept_of_all: "3/6",
  commitment_kept_of_due: "3/4",
  commitment_kept_on_time: "1/3",
  commitment_overdue: "1/6",
  commitment_dropped: "1/6",

  returned_rate: "1/3",
  reminded_rate: "2/7",
  reminders: "3",
  vote_returned: "28/28",
  vote_satisfied_strict: "25/28",
  vote_satisfied_wide: "27/28",
  vote_dissatisfied: "1/28",
  vote_satisfied_strict_of_issued: "25/28",
};

function countAll(sheet = WORKED, indicators = INDICATORS): Record<string, string> {
  const figures = toFigures(indicators, sheet, WORKED_ON);
  return Object.fromEntries(
    figures.map(({ code, numerator, base }) => [code, base === null ? `${numerator}` : `${numerator}/${base}`]),
  );
}

const figureOf = (code: string, sheet = WORKED, indicators = INDICATORS) =>
  toFigures(indicators, sheet, WORKED_ON).find((figure) => figure.code === code);

it("every indicator of a worked year is what was counted on paper", () => {
  expect(countAll()).toEqual(BY_HAND);
});

it("a year in which nothing happened has words and no percentage", () => {
  for (const indicator of INDICATORS) {
    const { numerator, base, percent, words } = figureOf(indicator.code, EMPTY) ?? {};
    expect([numerator, percent]).toEqual([0, null]);
    if (baseWordsOf(indicator) === null) expect([base, words]).toEqual([null, `0 ${indicator.unit}`]);
    else expect(words).toMatch(/^(没有|0 件；没有填报).+，不计算比率$/);
  }
});

describe("an indicator", () => {
  it("has a code, a name and a definition of its own", () => {
    const sameOf = (name: (item: (typeof INDICATORS)[number]) => string) => new Set(INDICATORS.map(name)).size;
    expect([sameOf(({ code }) => code), sameOf(({ label }) => label)]).toEqual([INDICATORS.length, INDICATORS.length]);
    expect(INDICATORS.filter(({ code }) => !/^[a-z0-9_]{1,80}$/.test(code))).toEqual([]);
    const group = ({ group }: (typeof INDICATORS)[number]) => GROUP_LABELS[group];
    expect(new Set(INDICATORS.map((item) => `${group(item)}${definitionOf(item)}${item.label}`)).size).toBe(
      INDICATORS.length,
    );
    for (const item of INDICATORS) expect(definitionOf(item)).toMatch(/^分母：.+；分子：其中.+。$|的数量。/);
  });

  it("says its count, its base and its share in one sentence", () => {
    expect(figureOf("government_share")).toMatchObject({ percent: "26.67", words: "15 件中有 4 件，占 26.67%" });
    expect(figureOf("reminders")).toMatchObject({ base: null, percent: null, words: "3 次" });
  });

  it("says which classes it counts", () => {
    const resolved = INDICATORS.find(({ code }) => code === "resolved_rate");
    expect(resolved && definitionOf(resolved)).toContain("计入：A、B、C 三类中的 A 类");
  });
});

describe("the share of the government", () => {
  it("is unknown where the total of one kind was not stated", () => {
    const filed = [
      { kind: "suggestion" as const, count: 10 },
      { kind: "proposal" as const, count: null },
    ];
    const share = figureOf("government_share", { ...WORKED, filed });
    expect([share?.base, share?.percent]).toEqual([null, null]);
    expect(share?.words).toBe("4 件；没有填报代表、委员提出的总件数，不计算比率");
  });

  it("has no percentage where it is more than all", () => {
    const filed = [{ kind: "suggestion" as const, count: 3 }];
    expect(figureOf("government_share", { ...WORKED, filed })).toMatchObject({
      percent: null,
      words: "4 件，多于代表、委员提出的总件数 3 件，请核对",
    });
  });
});

describe("a slice", () => {
  it("of a kind", () => {
    const proposals = countAll(sliceSheet(WORKED, { kind: "proposal" }));
    expect(proposals).toMatchObject({
      motions: "2",
      owed: "3",
      answered_rate: "2/3",
      government_share: "2/5",
      merged: "0",
    });
    expect(countAll(sliceSheet(WORKED, { body: "cppcc" }))).toEqual(proposals);
  });

  it("of a unit: its parts, its promises, its motions with all who work on them, nothing of the city", () => {
    const sheet = sliceSheet(WORKED, { unit: "jiaoti" });
    expect(countAll(sheet)).toMatchObject({ motions: "3", parts: "3", owed: "2", joint_parts: "1", commitments: "1" });
    expect(countAll(sheet)).toMatchObject({ shared_share: "2/3", separate_share: "1/3", commitment_overdue: "1/1" });
    expect(figureOf("government_share", sheet)?.base).toBeNull();
  });

  it("of a class as it stands", () => {
    expect(countAll(sliceSheet(WORKED, { class: "A" }))).toMatchObject({ owed: "2", class_1_zhanyi_2023: "2/2" });
    expect(countAll(sliceSheet(WORKED, { class: "B" }))).toMatchObject({ owed: "0", commitments: "0" });
  });
});

describe("letters of two schemes", () => {
  const suzhou = schemeOf("suzhou-2024");
  const both = listIndicators({ ...TERMS, schemes: [ZHANYI, suzhou] });

  it("are counted apart", () => {
    const proposals = WORKED.motions.map((motion) => ({
      ...motion,
      cases: motion.cases.map((row) => (row.kind === "proposal" ? { ...row, schemeId: suzhou.id } : row)),
    }));
    const figures = countAll({ ...WORKED, motions: proposals }, both);
    expect(figures).toMatchObject({ class_1_zhanyi_2023: "1/1", class_1_suzhou_2024: "1/2" });
  });

  it("where 采纳 is joined with 列入计划, it does not count as adopted, and the definition says so", () => {
    const adopted = both.find(({ code }) => code === "adopted_rate");
    expect(adopted && definitionOf(adopted)).toContain("A、B 两类中的 A 类");
  });
});

describe("forms of other places", () => {
  it("with one question have no line for all questions together", () => {
    const one = listIndicators({
      ...TERMS,
      axes: [{ ...TERMS.axes[1], code: "overall" } as (typeof TERMS.axes)[number]],
    });
    const codes = one.map(({ code }) => code);
    expect(codes).toContain("satisfied_wide_overall_first");
    expect(codes.filter((code) => code.includes("all_axes"))).toEqual([]);
  });
});
