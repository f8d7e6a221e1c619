import type { CampaignRules } from "../campaign/campaign-rules.ts";
import type { Refusal } from "./refusal.ts";
import { refuse } from "./refusal.ts";
import type { Hands } from "./second-person.ts";
import { wroteIn } from "./second-person.ts";
import type { EditionState } from "./states.ts";

/**
 * 单位审签: where the campaign wants it, a letter is proposed by one and sent by another of the unit,
 * who neither proposed it nor wrote the words.
 */
export function checkSignOff(
  actorId: string,
  edition: Hands & { readonly state: EditionState },
  rules: Pick<CampaignRules, "unitSignOff">,
): Refusal | undefined {
  if (edition.state !== "unit_review") return rules.unitSignOff ? refuse("needs_sign_off") : undefined;
  const isProposer = edition.submittedBy === actorId || wroteIn(actorId, edition);
  return isProposer ? refuse("needs_signer") : undefined;
}
