import type { Indicator, IndicatorGroup } from "./indicator.ts";

/**
 * What of a year's figures the public reads. Left out: 签收、异议、会办 and 办理质量, which count the office's own process
 * (政府信息公开条例 Art. 16). A new group is not public until it stands here.
 */
const PUBLIC_GROUPS: readonly IndicatorGroup[] = [
  "volume",
  "reply",
  "contact",
  "feedback",
  "outcome",
  "disclosure",
  "aftercare",
  "vote",
];

export function isPublicIndicator({ group }: Indicator): boolean {
  return PUBLIC_GROUPS.includes(group);
}

/** What a table of units shows of each: counts and terms. Classes are not among them: with few replies a count would name one. */
export const UNIT_INDICATORS = [
  "owed",
  "answered_rate",
  "answered_on_time_of_due",
  "public_rate",
  "full_text_rate_of_published",
  "published_on_time_of_published",
  "commitment_kept_of_due",
] as const;

/** What a line of the register says anyway of a matter whose letter is not public: number, state, units, that it was answered. */
const SAID_BY_REGISTER: readonly string[] = [
  "owed",
  "answered_rate",
  "mode_none",
  "withdrawn_rate",
  "motions",
  "government_share",
  "between_sessions_share",
  "separate_share",
  "merged",
  "transferred",
  "withdrawn_motions",
];

export function isSaidByRegister(code: string): boolean {
  return SAID_BY_REGISTER.includes(code) || code.startsWith("ground_");
}

/** Below this a share says more about chance than about work: the counts stand alone. */
export const SMALL_BASE = 10;
