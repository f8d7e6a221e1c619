import type { CommitmentState } from "./commitment-kinds.ts";

/** How a promise stands on a day: computed, never stored (design §1.6). */
export const STANDINGS = ["kept_on_time", "kept_late", "kept", "owed", "overdue", "dropped"] as const;
export type Standing = (typeof STANDINGS)[number];

export const STANDING_LABELS: Readonly<Record<Standing, string>> = {
  kept_on_time: "按期兑现",
  kept_late: "逾期兑现",
  kept: "已兑现（未定期限）",
  owed: "待兑现",
  overdue: "逾期未兑现",
  dropped: "不再实施",
};

export type CommitmentFacts = {
  readonly state: CommitmentState;
  readonly dueOn: string | null;
  /** The day it was kept; null while it is not. */
  readonly keptOn: string | null;
};

function standingOfKept({ dueOn, keptOn }: CommitmentFacts): Standing {
  if (dueOn === null || keptOn === null) return "kept";
  return keptOn <= dueOn ? "kept_on_time" : "kept_late";
}

/** The date of a promise, and what an approved 调整 replaced: null where there was none. */
export type DueChange = { readonly approvedAt: string | null; readonly kind: string; readonly oldDueOn: string | null };

/**
 * The date first promised: what the first approved 调整 replaced, or the date that still stands, also where an old record
 * does not say what was replaced. `events` first to last.
 */
export function findFirstDue(dueOn: string | null, events: readonly DueChange[]): string | null {
  const first = events.find((event) => event.kind === "changed" && event.approvedAt !== null);
  return first?.oldDueOn ?? dueOn;
}

/** The due day itself is in time. A changed promise is owed by its new date. */
export function toStanding(facts: CommitmentFacts, today: string): Standing {
  switch (facts.state) {
    case "kept":
      return standingOfKept(facts);
    case "dropped":
      return "dropped";
    case "open":
    case "changed":
      return facts.dueOn !== null && facts.dueOn < today ? "overdue" : "owed";
  }
}
