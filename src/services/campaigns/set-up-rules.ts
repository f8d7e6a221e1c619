import type { CampaignRules } from "#domain/campaign/campaign-rules.ts";
import { DEFAULT_RULES } from "#domain/campaign/campaign-rules.ts";
import { listFollowUpClasses, listRuleFaults } from "#domain/campaign/check-rules.ts";
import type { RulesOverrides } from "#domain/campaign/rules-input.ts";
import { applyOverrides } from "#domain/campaign/rules-input.ts";
import { toRules } from "#domain/campaign/rules-preset.ts";
import { RULES_PRESETS, findRulesPreset } from "#domain/campaign/rules-presets.ts";
import type { Scheme } from "#domain/scheme/scheme.ts";
import { Invalid } from "../errors.ts";

export type RulesRequest = {
  readonly year: number;
  readonly preset?: string | undefined;
  readonly overrides?: RulesOverrides | undefined;
  readonly schemes: readonly Scheme[];
  /** The one day on which all kinds' follow-ups are due, where the notice names it. */
  readonly followUpOn: string | null;
};

/** Throws Invalid with every wrong field. */
export function requireSoundRules(rules: CampaignRules, schemes: readonly Scheme[], base = ""): void {
  const faults = listRuleFaults(rules, schemes);
  const [first] = faults;
  if (!first) return;
  const fields = faults.map(({ path, message }) => ({ path: `${base}${path}`, message }));
  throw new Invalid(`本年度的办理规则有需要改正的内容：${first.message}`, fields);
}

/** The rules of a new year: preset, then what differs. Throws Invalid. */
export function setUpRules({ year, preset, overrides = {}, schemes, followUpOn }: RulesRequest): CampaignRules {
  const id = preset ?? DEFAULT_RULES.deadlines.preset;
  const found = findRulesPreset(id);
  if (!found) {
    const message = `没有名为“${id}”的期限预设，可选：${RULES_PRESETS.map((item) => item.id).join("、")}`;
    throw new Invalid(message, [{ path: "preset", message }]);
  }
  const base = toRules(found, year);
  // Which classes open a follow-up is a matter of the scheme, unless the place says otherwise.
  const followUp = found.beside.followUp ?? { classes: listFollowUpClasses(schemes), target: null };
  const deadlines = { ...base.deadlines, followUpOn: followUpOn ?? base.deadlines.followUpOn };
  const rules = applyOverrides({ ...base, followUp, deadlines }, overrides);
  requireSoundRules(rules, schemes, "overrides.");
  return rules;
}
