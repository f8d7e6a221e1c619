import type { CampaignRules } from "#domain/campaign/campaign-rules.ts";
import type { FeedbackPreset } from "#domain/campaign/feedback-presets.ts";
import { FEEDBACK_PRESETS } from "#domain/campaign/feedback-presets.ts";
import { toRules } from "#domain/campaign/rules-preset.ts";
import { RULES_PRESETS } from "#domain/campaign/rules-presets.ts";
import { shanghaiDate } from "../clock.ts";
import type { Context } from "../context.ts";
import type { Page } from "../page.ts";
import { toWholePage } from "../page.ts";
import { getUnitScope } from "../scope.ts";

export type PresetView = {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly rules: CampaignRules;
};

/** Every deadline preset with its rules in one year: this one, unless another is asked for. */
export function listDeadlinePresets(
  ctx: Context,
  year = Number(shanghaiDate(ctx.now()).slice(0, 4)),
): Page<PresetView> {
  getUnitScope(ctx.actor);
  return toWholePage(
    RULES_PRESETS.map((preset) => {
      const { id, name, source } = preset;
      return { id, name, source, rules: toRules(preset, year) };
    }),
  );
}

export function listFeedbackPresets(ctx: Context): Page<FeedbackPreset> {
  getUnitScope(ctx.actor);
  return toWholePage(FEEDBACK_PRESETS);
}
