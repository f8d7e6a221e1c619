import type { Refusal } from "./refusal.ts";
import { refuse } from "./refusal.ts";

/** Whose hands were on the edition; `editors` names everyone who ever changed its words. */
export type Hands = {
  readonly submittedBy: string | null;
  readonly editedBy: string;
  readonly editors: readonly string[];
};

export function wroteIn(actorId: string, { editedBy, editors }: Hands): boolean {
  return editedBy === actorId || editors.includes(actorId);
}

/**
 * Two people must agree before anything is public (design §5): whoever submitted a letter,
 * or ever wrote words that stand in it, neither approves nor publishes it.
 */
export function checkSecondPerson(actorId: string, hands: Hands): Refusal | undefined {
  if (hands.submittedBy === actorId) return refuse("needs_second_person");
  if (wroteIn(actorId, hands)) return refuse("editor_may_not_approve");
  return undefined;
}
