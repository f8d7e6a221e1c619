import type { Scheme } from "../scheme/scheme.ts";
import type { CampaignRules } from "./campaign-rules.ts";
import { UNIT_RATE_KEYS } from "../supervision/unit-sheet.ts";
import { FEEDBACK_PRESETS, findFeedbackPreset } from "./feedback-presets.ts";
import { RULES_PRESETS, findRulesPreset } from "./rules-presets.ts";

/** A field as in `CampaignRules`, dotted, and what is wrong with it. */
export type RulesFault = { readonly path: string; readonly message: string };

const listIds = (presets: readonly { readonly id: string }[]) => presets.map(({ id }) => id).join("、");

/** Classes that open a follow-up by the schemes of the campaign's kinds. */
export function listFollowUpClasses(schemes: readonly Scheme[]): string[] {
  const codes = schemes.flatMap(({ classes }) => classes.filter((item) => item.needsFollowUp).map(({ code }) => code));
  return [...new Set(codes)];
}

function listScoringFaults({ scoring }: CampaignRules): RulesFault[] {
  const unknown = (scoring?.items ?? []).filter(({ key }) => !UNIT_RATE_KEYS.includes(key)).map(({ key }) => key);
  if (unknown.length === 0) return [];
  const message = `没有“${unknown.join("、")}”这些评分指标，可选：${UNIT_RATE_KEYS.join("、")}`;
  return [{ path: "scoring.items", message }];
}

/** What cannot be, however a place words its rules. What merely runs past the law is a warning (`listRuleWarnings`). */
export function listRuleFaults(rules: CampaignRules, schemes: readonly Scheme[]): RulesFault[] {
  const faults: RulesFault[] = [];
  if (!findRulesPreset(rules.deadlines.preset)) {
    faults.push({ path: "deadlines.preset", message: `没有这个期限预设，可选：${listIds(RULES_PRESETS)}` });
  }
  if (!findFeedbackPreset(rules.feedback.preset)) {
    faults.push({ path: "feedback.preset", message: `没有这个反馈预设，可选：${listIds(FEEDBACK_PRESETS)}` });
  }
  const known = new Set(schemes.flatMap(({ classes }) => classes.map(({ code }) => code)));
  const unknown = rules.followUp.classes.filter((code) => !known.has(code));
  if (unknown.length > 0) {
    const message = `本年度的分类口径中没有“${unknown.join("、")}”，可选：${[...known].join("、")}`;
    faults.push({ path: "followUp.classes", message });
  }
  if (new Set(rules.followUp.classes).size < rules.followUp.classes.length) {
    faults.push({ path: "followUp.classes", message: "续办类别有重复，请每类只写一次" });
  }
  return [...faults, ...listScoringFaults(rules)];
}
