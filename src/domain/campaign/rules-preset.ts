import type { CampaignRules, DeadlineRules, Span } from "./campaign-rules.ts";
import { DEFAULT_RULES } from "./campaign-rules.ts";

/** Days that a notice names, as MM-DD of the campaign's year. */
export type PresetDates = Readonly<
  Partial<Record<"contactsOn" | "draftOn" | "proofOn" | "summaryOn" | "followUpOn", string>>
>;

/** What a place asks for; the year is the campaign's. What it does not state stays as in `DEFAULT_RULES`. */
export type RulesPreset = {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly spans: Readonly<Partial<Omit<DeadlineRules, "preset" | keyof PresetDates>>>;
  readonly dates: PresetDates;
  readonly beside: Readonly<Partial<Omit<CampaignRules, "deadlines">>>;
};

export const days = (amount: number): Span => ({ amount, unit: "day" });
export const workdays = (amount: number): Span => ({ amount, unit: "workday" });
export const months = (amount: number): Span => ({ amount, unit: "month" });

/** The rules of a preset in one year. */
export function toRules({ id, spans, dates, beside }: RulesPreset, year: number): CampaignRules {
  const dated = Object.entries(dates).map(([field, monthDay]) => [field, `${year}-${monthDay}`] as const);
  return {
    ...DEFAULT_RULES,
    ...beside,
    deadlines: { ...DEFAULT_RULES.deadlines, ...spans, ...Object.fromEntries(dated), preset: id },
  };
}
