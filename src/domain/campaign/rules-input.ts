import { z } from "zod";
import { CampaignRules, DeadlineRules } from "./campaign-rules.ts";

/** What a campaign asks for otherwise than its preset: only the fields that differ; null means no such clock. */
export const RulesOverrides = z.strictObject({
  deadlines: DeadlineRules.omit({ preset: true }).partial().optional(),
  ...CampaignRules.omit({ deadlines: true }).partial().shape,
});
export type RulesOverrides = z.infer<typeof RulesOverrides>;

/** Fields that were sent; one that is undefined was not. */
function sent(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

export function applyOverrides(rules: CampaignRules, overrides: RulesOverrides): CampaignRules {
  const { deadlines = {}, ...beside } = overrides;
  return CampaignRules.parse({
    ...rules,
    ...sent(beside),
    deadlines: { ...rules.deadlines, ...sent(deadlines) },
  });
}
