import type { MotionState } from "./motion-state.ts";

export const MOTION_VERBS = ["pre_assign", "assign", "merge", "transfer", "withdraw", "deal", "mark"] as const;
export type MotionVerb = (typeof MOTION_VERBS)[number];

type Step = { readonly from: readonly MotionState[]; readonly to: MotionState | null };

const OPEN: readonly MotionState[] = ["filed", "pre_assigned", "assigned"];

/** The table of a motion's own small machine. `deal` changes its parts after 交办, `mark` makes it a key item. */
const STEPS: Readonly<Record<MotionVerb, Step>> = {
  // A proposal may be dealt anew for as long as units comment on it (预交办).
  pre_assign: { from: ["filed", "pre_assigned"], to: "pre_assigned" },
  assign: { from: ["filed", "pre_assigned"], to: "assigned" },
  merge: { from: OPEN, to: "merged" },
  transfer: { from: OPEN, to: "transferred" },
  withdraw: { from: OPEN, to: "withdrawn" },
  deal: { from: ["assigned"], to: null },
  mark: { from: OPEN, to: null },
};

/** The state after the verb, or undefined: not allowed from here. */
export function findNextState(verb: MotionVerb, state: MotionState): MotionState | undefined {
  const { from, to } = STEPS[verb];
  return from.includes(state) ? (to ?? state) : undefined;
}

/** May another motion be merged into one in this state? What has left the government's hands takes in nothing. */
export function isOpenMotion(state: MotionState): boolean {
  return OPEN.includes(state);
}
