import { describe, expect, it } from "vitest";
import { CampaignRules, DEFAULT_RULES } from "#domain/campaign/campaign-rules.ts";
import { listFollowUpClasses, listRuleFaults } from "#domain/campaign/check-rules.ts";
import { FEEDBACK_PRESETS, findFeedbackPreset } from "#domain/campaign/feedback-presets.ts";
import { applyOverrides } from "#domain/campaign/rules-input.ts";
import { toRules } from "#domain/campaign/rules-preset.ts";
import { RULES_PRESETS, findRulesPreset } from "#domain/campaign/rules-presets.ts";
import { listRuleWarnings } from "#domain/campaign/rule-warnings.ts";
import { findPreset } from "#domain/scheme/presets.ts";

function rulesOf(id: string, year = 2023): CampaignRules {
  const preset = findRulesPreset(id);
  if (!preset) throw new Error(`no preset ${id}`);
  return toRules(preset, year);
}

function schemeOf(id: string) {
  const scheme = findPreset(id);
  if (!scheme) throw new Error(`no scheme ${id}`);
  return scheme;
}

const wd = (amount: number) => ({ amount, unit: "workday" });
const d = (amount: number) => ({ amount, unit: "day" });
const m = (amount: number) => ({ amount, unit: "month" });

describe("presets of rules", () => {
  it.each(RULES_PRESETS.map((preset) => [preset.id, preset] as const))(
    "%s is whole and names its source",
    (_, preset) => {
      const rules = toRules(preset, 2026);
      expect(CampaignRules.parse(rules)).toEqual(rules);
      expect(preset.source.length).toBeGreaterThan(8);
      expect(listRuleFaults({ ...rules, followUp: { classes: [], target: null } }, [])).toEqual([]);
    },
  );

  it("have ids of their own, and law is the default", () => {
    expect(new Set(RULES_PRESETS.map(({ id }) => id)).size).toBe(RULES_PRESETS.length);
    expect(rulesOf("law")).toEqual(DEFAULT_RULES);
  });

  it.each([
    ["shanghai-2015", wd(7), m(1), m(1), null],
    ["qingdao-2021", wd(5), m(1), null, null],
    ["shandong-2017", d(5), m(1), m(1), null],
    ["henan-2017", wd(10), m(2), m(1), wd(10)],
    ["zhejiang-2016", d(10), m(2), m(1), null],
    ["beijing-2014", null, null, m(2), wd(15)],
    ["chongqing-2016", null, null, m(2), wd(20)],
    ["chongqing-2017", wd(10), wd(30), m(2), wd(20)],
    ["zhanyi-2023", null, m(1), null, null],
  ])("%s: objection, joint opinion, redo, feedback", (id, object, jointOpinion, redo, feedback) => {
    const { deadlines } = rulesOf(id);
    expect(deadlines).toMatchObject({ object, jointOpinion, redo, feedback, reply: m(3), replyAtMost: m(6) });
    expect(deadlines.publish).toEqual(wd(20));
  });

  it("run past the law in 沾益 alone", () => {
    const warned = RULES_PRESETS.filter((preset) => listRuleWarnings(toRules(preset, 2023), ["2023-03-10"]).length > 0);
    expect(warned.map(({ id }) => id)).toEqual(["zhanyi-2023"]);
  });

  it("move the days of a notice to the year of the campaign", () => {
    expect(rulesOf("zhanyi-2023", 2026).deadlines).toMatchObject({
      contactsOn: "2026-03-15",
      draftOn: "2026-08-31",
      proofOn: "2026-09-30",
      summaryOn: "2026-09-30",
      followUpOn: "2026-12-20",
    });
  });

  it("of 沾益 want the feedback form before the reply", () => {
    expect(rulesOf("zhanyi-2023")).toMatchObject({
      feedback: { time: "before_reply", required: true },
      contactRequired: true,
      unitSignOff: true,
      jointWord: "协办",
    });
    expect(rulesOf("shanghai-2015")).toMatchObject({ feedback: { time: "after_reply" }, jointWord: "会办" });
  });
});

describe("what differs from a preset", () => {
  it("replaces the fields that were sent and no other", () => {
    const rules = applyOverrides(rulesOf("zhanyi-2023"), {
      deadlines: { sign: { amount: 3, unit: "workday" }, contactsOn: null, draftOn: undefined },
      followUp: { classes: ["B", "C"], target: 60 },
    });
    expect(rules).toEqual({
      ...rulesOf("zhanyi-2023"),
      deadlines: { ...rulesOf("zhanyi-2023").deadlines, sign: wd(3), contactsOn: null },
      followUp: { classes: ["B", "C"], target: 60 },
    });
  });

  it("may be nothing", () => expect(applyOverrides(DEFAULT_RULES, {})).toEqual(DEFAULT_RULES));
});

describe("listRuleFaults", () => {
  it("names presets and classes that nobody knows", () => {
    const rules = {
      ...DEFAULT_RULES,
      deadlines: { ...DEFAULT_RULES.deadlines, preset: "mars" },
      feedback: { ...DEFAULT_RULES.feedback, preset: "stars" },
      followUp: { classes: ["B", "D", "B"], target: null },
    };
    const faults = listRuleFaults(rules, [schemeOf("zhanyi-2023")]);
    expect(faults.map(({ path }) => path)).toEqual([
      "deadlines.preset",
      "feedback.preset",
      "followUp.classes",
      "followUp.classes",
    ]);
    expect(faults[2]?.message).toContain("“D”");
    expect(faults[2]?.message).toContain("A、B、C");
  });

  it("takes the classes of any scheme of the year", () => {
    const schemes = [schemeOf("zhanyi-2023"), schemeOf("four-class")];
    expect(listFollowUpClasses(schemes)).toEqual(["B", "C"]);
    expect(listFollowUpClasses([schemeOf("jia-yi-bing")])).toEqual(["乙"]);
    expect(listRuleFaults({ ...DEFAULT_RULES, followUp: { classes: ["B", "D"], target: 0 } }, schemes)).toEqual([]);
  });
});

describe("presets of feedback", () => {
  it.each(FEEDBACK_PRESETS.map((preset) => [preset.id, preset] as const))(
    "%s can be answered and can order a redo",
    (_, preset) => {
      const codes = preset.axes.map(({ code }) => code);
      expect(new Set(codes).size).toBe(codes.length);
      for (const { values } of preset.axes) {
        expect(values.length).toBeGreaterThan(1);
        expect(new Set(values.map(({ code }) => code)).size).toBe(values.length);
      }
      const deciding = preset.axes.filter(({ ordersRedo }) => ordersRedo);
      expect(deciding).toHaveLength(1);
      expect(deciding[0]?.required).toBe(true);
      expect(deciding[0]?.values.map(({ attitude }) => attitude)).toContain("dissatisfied");
    },
  );

  it("the default one has attitude and result apart", () => {
    const preset = findFeedbackPreset(DEFAULT_RULES.feedback.preset);
    expect(preset?.axes.map(({ label, ordersRedo }) => [label, ordersRedo])).toEqual([
      ["办理态度", false],
      ["办理结果", true],
    ]);
    expect(findFeedbackPreset("hongkou")?.axes).toHaveLength(5);
    expect(findFeedbackPreset("none")).toBeUndefined();
  });
});
