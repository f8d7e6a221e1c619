import { describe, expect, it } from "vitest";
import type { CampaignRules } from "#domain/campaign/campaign-rules.ts";
import { DEFAULT_RULES } from "#domain/campaign/campaign-rules.ts";
import type { Clock } from "#domain/campaign/clocks.ts";
import { campaignDue, legalDue, replyDue } from "#domain/campaign/clocks.ts";
import { listDeadlineLines } from "#domain/campaign/deadline-lines.ts";
import { listRuleWarnings } from "#domain/campaign/rule-warnings.ts";
import { toRules } from "#domain/campaign/rules-preset.ts";
import { findRulesPreset } from "#domain/campaign/rules-presets.ts";

const preset = findRulesPreset("zhanyi-2023");
if (!preset) throw new Error("no preset");
const ZHANYI = toRules(preset, 2023);

function withDeadlines(deadlines: Partial<CampaignRules["deadlines"]>): CampaignRules {
  return { ...DEFAULT_RULES, deadlines: { ...DEFAULT_RULES.deadlines, ...deadlines } };
}

const codesOf = (rules: CampaignRules, ...days: string[]) =>
  listRuleWarnings(rules, days).map(({ code, path, legalOn }) => [code, path, legalOn]);

describe("the two days of a clock", () => {
  it("stand side by side for 沾益 2023", () => {
    const value = (clock: Clock) => [legalDue(clock, "2023-03-10"), campaignDue(clock, "2023-03-10", ZHANYI)];
    const on = (date: string) => ({ covered: true, value: date });
    expect(value("reply")).toEqual([on("2023-06-10"), on("2023-09-30")]);
    expect(value("reply_at_most")).toEqual([on("2023-09-10"), on("2023-09-10")]);
    expect(value("draft")).toEqual([null, on("2023-08-31")]);
    expect(value("joint_opinion")).toEqual([null, on("2023-04-10")]);
    expect(value("object")).toEqual([null, null]);
    expect(value("follow_up")).toEqual([null, on("2023-12-20")]);
  });

  it("a reply is due with its draft where no proof is dated, else by its span", () => {
    const on = (rules: CampaignRules) => campaignDue("reply", "2023-03-10", rules);
    expect(on(withDeadlines({ draftOn: "2023-05-31" }))).toMatchObject({ value: "2023-05-31" });
    expect(on(DEFAULT_RULES)).toMatchObject({ value: "2023-06-10" });
  });

  it("a matter of the time between sessions, handed out after the notice's day, goes by the span", () => {
    const on = (assignedOn: string) => replyDue(assignedOn, ZHANYI);
    expect(on("2023-03-10")).toEqual({ covered: true, value: "2023-09-30" });
    expect(on("2023-09-29")).toEqual({ covered: true, value: "2023-09-30" });
    expect(on("2023-09-30")).toEqual({ covered: true, value: "2023-12-30" });
    expect(replyDue("2023-11-30", DEFAULT_RULES)).toEqual({ covered: true, value: "2024-02-29" });
  });

  it("publication counts working days from the reply", () => {
    expect(legalDue("publish", "2023-09-28")).toMatchObject({ value: "2023-11-01" });
    expect(legalDue("publish", "2026-12-15")).toMatchObject({ covered: false, year: 2027 });
  });

  it("as lines hold the clocks of the year and no other", () => {
    const lines = listDeadlineLines(ZHANYI, "2023-03-10");
    expect(lines.map(({ clock }) => clock)).toEqual([
      "contacts",
      "joint_opinion",
      "draft",
      "proof",
      "reply",
      "reply_at_most",
      "publish",
      "summary",
      "follow_up",
    ]);
    expect(lines.find(({ clock }) => clock === "reply")).toEqual({
      clock: "reply",
      label: "答复代表、委员",
      legal: { words: "自交办之日起3个月内", on: "2023-06-10" },
      campaign: { words: "2023-09-30 前", on: "2023-09-30" },
      note: null,
    });
    // Runs from a day that is not known yet.
    expect(lines.find(({ clock }) => clock === "publish")?.legal).toEqual({
      words: "自答复之日起20个工作日内",
      on: null,
    });
  });

  it("say why a day is missing", () => {
    const [line] = listDeadlineLines(withDeadlines({ sign: { amount: 3, unit: "workday" } }), "2027-03-10");
    expect(line).toMatchObject({ clock: "sign", campaign: { words: "自交办之日起3个工作日内", on: null } });
    expect(line?.note).toContain("2027 年");
  });
});

describe("listRuleWarnings", () => {
  it("sees that 沾益 2023 runs past three and six months, and finishes on a day off", () => {
    expect(codesOf(ZHANYI, "2023-03-10")).toEqual([
      ["past_three_months", "deadlines.draftOn", "2023-06-10"],
      ["day_off", "deadlines.proofOn", null],
      ["past_six_months", "deadlines.proofOn", "2023-09-10"],
      ["day_off", "deadlines.summaryOn", null],
    ]);
    const messages = listRuleWarnings(ZHANYI, ["2023-03-10"]).map(({ message }) => message);
    expect(messages[2]).toContain("2023-09-30");
    expect(messages[2]).toContain("2023-09-10");
    expect(messages[1]).toContain("中秋节、国庆节");
  });

  it("says nothing of a year by the law alone", () => expect(codesOf(DEFAULT_RULES, "2023-03-10")).toEqual([]));

  it.each([
    ["2023-06-09", []],
    // Three months to the day; 06-10 is a Saturday.
    ["2023-06-10", ["day_off"]],
    ["2023-06-12", ["past_three_months"]],
    ["2023-09-08", ["past_three_months"]],
    ["2023-09-10", ["day_off", "past_three_months"]],
    ["2023-09-11", ["past_six_months"]],
  ])("drafts due on %s: %j", (draftOn, codes) => {
    expect(codesOf(withDeadlines({ draftOn }), "2023-03-10").map(([code]) => code)).toEqual(codes);
  });

  it("clamps months: 交办 on 11-30 ends on the last of February", () => {
    expect(codesOf(withDeadlines({ draftOn: "2024-02-29" }), "2023-11-30")).toEqual([]);
    expect(codesOf(withDeadlines({ draftOn: "2024-03-01" }), "2023-11-30")).toEqual([
      ["past_three_months", "deadlines.draftOn", "2024-02-29"],
    ]);
  });

  it("looks from each day of 交办 once", () => {
    const rules = withDeadlines({ draftOn: "2023-06-12" });
    expect(codesOf(rules, "2023-03-12", "2023-03-10", "2023-03-10")).toEqual([
      ["past_three_months", "deadlines.draftOn", "2023-06-10"],
    ]);
  });

  it.each([
    [{ reply: { amount: 4, unit: "month" } }, "deadlines.reply"],
    [{ reply: { amount: 93, unit: "day" } }, "deadlines.reply"],
    [{ replyAtMost: { amount: 7, unit: "month" } }, "deadlines.replyAtMost"],
    [{ publish: { amount: 21, unit: "workday" } }, "deadlines.publish"],
    [{ publish: { amount: 1, unit: "month" } }, "deadlines.publish"],
  ] as const)("sees %j as longer than the law", (deadlines, path) => {
    expect(codesOf(withDeadlines(deadlines), "2023-03-10")).toEqual([["span_past_law", path, null]]);
  });

  it.each([
    { reply: { amount: 92, unit: "day" } },
    { reply: { amount: 2, unit: "month" } },
    { publish: { amount: 15, unit: "workday" } },
    { publish: { amount: 28, unit: "day" } },
  ] as const)("sees %j as within it", (deadlines) => {
    expect(codesOf(withDeadlines(deadlines), "2023-03-10")).toEqual([]);
  });

  it("sees days in the wrong order and before 交办", () => {
    const rules = withDeadlines({
      contactsOn: "2023-03-09",
      draftOn: "2023-05-31",
      proofOn: "2023-05-30",
      followUpOn: "2023-05-29",
    });
    expect(codesOf(rules, "2023-03-10").map(([code, path]) => [code, path])).toEqual([
      ["before_assignment", "deadlines.contactsOn"],
      ["out_of_order", "deadlines.proofOn"],
      ["out_of_order", "deadlines.followUpOn"],
    ]);
  });

  it("says that working days cannot be counted in a year without notice", () => {
    const rules = withDeadlines({ sign: { amount: 3, unit: "workday" } });
    expect(codesOf(rules, "2027-03-10")).toEqual([["calendar_not_covered", "deadlines.sign", null]]);
    expect(codesOf(rules, "2026-12-28").map(([code]) => code)).toEqual([]);
    expect(codesOf(rules, "2026-12-29").map(([code]) => code)).toEqual(["calendar_not_covered"]);
  });
});
