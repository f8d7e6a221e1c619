/** What became of a promise; lateness is computed from the date due and today, never stored. */
export const COMMITMENT_STATES = ["open", "kept", "changed", "dropped"] as const;
export const COMMITMENT_EVENT_KINDS = ["progress", "kept", "changed", "dropped"] as const;
export const OUTCOME_SOURCES = ["reply", "follow_up"] as const;

/** 续办续复 that a class owes; 补充答复 that a unit gives of its own accord. */
export const FOLLOW_UP_KINDS = ["owed", "supplementary"] as const;

export type CommitmentState = (typeof COMMITMENT_STATES)[number];
export type CommitmentEventKind = (typeof COMMITMENT_EVENT_KINDS)[number];

export const COMMITMENT_EVENT_LABELS: Readonly<Record<CommitmentEventKind, string>> = {
  progress: "进展",
  kept: "兑现",
  changed: "调整",
  dropped: "不再实施",
};
