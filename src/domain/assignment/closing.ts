import type { Refusal } from "../handling/refusal.ts";
import { refuse } from "../handling/refusal.ts";
import type { AssignmentState } from "../handling/states.ts";

export type ClosingFacts = {
  readonly state: AssignmentState;
  /** The year wants a feedback form of everyone. */
  readonly feedbackRequired: boolean;
  /** The last round that was asked for; null: none was. */
  readonly lastRound: { readonly filed: boolean; readonly dissatisfied: boolean } | null;
  /** Why it is closed although the feedback is not in order. */
  readonly reason: string | null;
};

function isSettled({ feedbackRequired, lastRound }: ClosingFacts): boolean {
  if (lastRound === null) return !feedbackRequired;
  return lastRound.filed && !lastRound.dissatisfied;
}

/** 办结 follows an answer that the deputies have judged and not refused; whatever else needs a reason. Undefined: it may be closed. */
export function findClosingFault(facts: ClosingFacts): Refusal | undefined {
  if (facts.state !== "replied") return refuse("wrong_state");
  if (facts.reason !== null || isSettled(facts)) return undefined;
  return refuse("feedback_unsettled");
}
