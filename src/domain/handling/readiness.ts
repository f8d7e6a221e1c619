import type { CampaignRules } from "../campaign/campaign-rules.ts";
import type { RefusalCode } from "./refusal.ts";

/** What was done for a reply before its letter is sent on. */
export type HandlingFacts = {
  /** 面商 held. */
  readonly meetings: number;
  /** A reason for none was recorded. */
  readonly meetingWaived: boolean;
  /** Joint units of the motion, and how many of them have given an opinion or were let off. */
  readonly jointUnits: number;
  readonly opinions: number;
  readonly feedbackFiled: boolean;
};

/** What still stands in the way, in the order of the work (design §5); empty: the letter may go. */
export function findUnready(facts: HandlingFacts, rules: CampaignRules): RefusalCode[] {
  const missing: RefusalCode[] = [];
  if (rules.contactRequired && facts.meetings === 0 && !facts.meetingWaived) missing.push("contact_missing");
  if (rules.opinionsRequired && facts.opinions < facts.jointUnits) missing.push("opinions_missing");
  const first = rules.feedback.required && rules.feedback.time === "before_reply";
  if (first && !facts.feedbackFiled) missing.push("feedback_missing");
  return missing;
}
