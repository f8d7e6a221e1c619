import type { FeedbackAxis } from "../campaign/feedback-presets.ts";
import type { Scheme } from "../scheme/scheme.ts";
import { aftercareIndicators } from "./aftercare-indicators.ts";
import { CONTACT_INDICATORS } from "./contact-indicators.ts";
import { DISCLOSURE_INDICATORS } from "./disclosure-indicators.ts";
import { feedbackIndicators } from "./feedback-indicators.ts";
import type { Indicator } from "./indicator.ts";
import { outcomeIndicators } from "./outcome-indicators.ts";
import { QUALITY_INDICATORS, VOTE_INDICATORS } from "./quality-indicators.ts";
import { REPLY_INDICATORS } from "./reply-indicators.ts";
import { SIGNING_INDICATORS } from "./signing-indicators.ts";
import { VOLUME_INDICATORS } from "./volume-indicators.ts";

/** What of a year's rules its figures depend on. */
export type IndicatorTerms = {
  readonly axes: readonly FeedbackAxis[];
  /** Of the kinds that are counted together, each once. */
  readonly schemes: readonly Scheme[];
  /** Classes that the rules have followed up, beside those of the scheme. */
  readonly followUpClasses: readonly string[];
};

/** Every indicator of a year, in the order of its groups. */
export function listIndicators({ axes, schemes, followUpClasses }: IndicatorTerms): Indicator[] {
  return [
    ...VOLUME_INDICATORS,
    ...SIGNING_INDICATORS,
    ...REPLY_INDICATORS,
    ...CONTACT_INDICATORS,
    ...feedbackIndicators(axes),
    ...outcomeIndicators(schemes),
    ...DISCLOSURE_INDICATORS,
    ...aftercareIndicators(schemes, followUpClasses),
    ...QUALITY_INDICATORS,
    ...VOTE_INDICATORS,
  ];
}
