import type { Refusal } from "./refusal.ts";
import { refuse } from "./refusal.ts";

/** Whose hands were on the edition. */
export type Hands = { readonly submittedBy: string | null; readonly editedBy: string };

/**
 * Two people must agree before anything is public (design §5): whoever submitted a letter,
 * or wrote the words that stand in it, neither approves nor publishes it.
 */
export function checkSecondPerson(actorId: string, hands: Hands): Refusal | undefined {
  if (hands.submittedBy === actorId) return refuse("needs_second_person");
  if (hands.editedBy === actorId) return refuse("editor_may_not_approve");
  return undefined;
}
