import type { Duty } from "../account/duty.ts";
import type { CampaignRules } from "../campaign/campaign-rules.ts";
import type { Actor } from "./actor.ts";
import type { Refusal } from "./refusal.ts";
import { refuse } from "./refusal.ts";
import type { Hands } from "./second-person.ts";
import { wroteIn } from "./second-person.ts";
import type { EditionState } from "./states.ts";

/** Everyone who may act for a unit now; without a duty a person may do both, 经办 and 审签. */
export type UnitStaff = readonly { readonly id: string; readonly duty: Duty | null }[];

/**
 * Who signs for a unit: one who has the duty, and not whoever wrote or proposed. A unit of one person has no second: that
 * person signs their own words, and the office, which reads who signed, is the second pair of eyes.
 */
export function checkSigner(actor: Actor, isAuthor: boolean, staff: UnitStaff): Refusal | undefined {
  if (staff.every(({ id }) => id === actor.id)) return undefined;
  if (actor.duty === "handler") return refuse("needs_signer_duty");
  return isAuthor ? refuse("needs_signer") : undefined;
}

/** 单位审签: where the campaign wants it, a letter is proposed by one and sent by another of the unit. */
export function checkSignOff(
  actor: Actor,
  edition: Hands & { readonly state: EditionState },
  { rules, staff }: { readonly rules: Pick<CampaignRules, "unitSignOff">; readonly staff: UnitStaff },
): Refusal | undefined {
  if (edition.state !== "unit_review") return rules.unitSignOff ? refuse("needs_sign_off") : undefined;
  return checkSigner(actor, edition.submittedBy === actor.id || wroteIn(actor.id, edition), staff);
}
