import type { AssignmentState } from "../handling/states.ts";

/** What an assignment allows beside the steps of its letter, state by state (design §5). */

/** Taken on and not given back: contacts, opinions and the letter itself belong here. */
const IN_HANDLING: readonly AssignmentState[] = [
  "signed",
  "handling",
  "unit_review",
  "submitted",
  "approved",
  "replied",
  "closed",
];

export function isInHandling(state: AssignmentState): boolean {
  return IN_HANDLING.includes(state);
}

/** 异议: before the work has begun; whoever has begun a letter has taken the matter on. */
export function mayObject(state: AssignmentState): boolean {
  return state === "assigned" || state === "signed";
}

/** 改派: while the letter is still the unit's own; what lies with the office is returned first. */
export function mayReassign(state: AssignmentState): boolean {
  return state === "assigned" || state === "signed" || state === "handling";
}

/** 延期: while the answer is still being worked out. */
export function mayExtend(state: AssignmentState): boolean {
  return state === "signed" || state === "handling" || state === "unit_review";
}

/** Where a unit goes on that has the matter back: an objection was refused, an opinion is asked for anew. */
export function stateGivenBack(signedAt: string | null): AssignmentState {
  return signedAt === null ? "assigned" : "signed";
}
