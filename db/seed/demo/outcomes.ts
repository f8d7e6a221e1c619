import type { SeedCampaign } from "./campaigns.ts";
import type { Meaning } from "./phrases/conclusion.ts";

export type ClassOutcome = { readonly code: string; readonly meaning: Meaning; readonly needsFollowUp: boolean };

/** Classes of the two schemes with their share in a hundred and what they mean for the words of the letter. */
const SHARES: Readonly<Record<SeedCampaign["schemeId"], readonly (readonly [string, Meaning, boolean, number])[]>> = {
  "four-class": [
    ["A", "resolved", false, 45],
    ["B", "moving", true, 30],
    ["C", "planned", true, 16],
    ["D", "reference", false, 9],
  ],
  "zhanyi-2023": [
    ["A", "resolved", false, 47],
    ["B", "planned", true, 37],
    ["C", "reference", false, 16],
  ],
};

/** place: 0 to 99, the place of the reply in its hundred. */
export function getOutcome(place: number, schemeId: SeedCampaign["schemeId"]): ClassOutcome {
  const rows = SHARES[schemeId];
  let left = place + 1;
  for (const [code, meaning, needsFollowUp, share] of rows) {
    left -= share;
    if (left <= 0) return { code, meaning, needsFollowUp };
  }
  throw new RangeError("shares must make a hundred");
}
