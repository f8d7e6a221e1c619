import type { CONSENTS } from "../feedback/feedback-kinds.ts";
import type { Refusal } from "../handling/refusal.ts";
import { refuse } from "../handling/refusal.ts";
import type { DisclosureMode } from "./disclosure.ts";
import { isPublicMode } from "./disclosure.ts";

export type Consent = (typeof CONSENTS)[number];

/** What the deputy said last: on the feedback form, or else when asked with the draft. */
export function toLastConsent(decided: Consent, filed: Consent | null): Consent {
  return filed === null || filed === "not_asked" ? decided : filed;
}

/**
 * 代表、委员不同意公开 does not decide the matter (条例 Art. 13: open by rule), but nobody passes over it in silence: who makes the
 * letter public all the same writes down why.
 */
export function findConsentObstacle(
  consent: Consent,
  { mode, groundText }: { readonly mode: DisclosureMode; readonly groundText: string | null },
): Refusal | undefined {
  if (consent !== "no" || !isPublicMode(mode) || groundText !== null) return undefined;
  return refuse("consent_refused");
}
