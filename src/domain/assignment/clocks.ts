import type { CampaignRules } from "../campaign/campaign-rules.ts";
import { findDueOn, findUncovered } from "../deadline/due.ts";

/**
 * The day from which 签收 and 异议 run for one unit: that of its own part, which 改派 begins anew; while the matter is only
 * proposed, the day of 预交办. The law's clock of the answer knows but the 交办 of the motion (代表法 Art. 51).
 */
export function toHandedOn(
  assignment: { readonly assignedOn: string | null },
  motion: { readonly assignedOn: string },
): string {
  return assignment.assignedOn ?? motion.assignedOn;
}

/** A clock as it stands: the day it runs to, the day it was met, and whether it was missed. Null due: no such clock. */
export type Clock = { readonly dueOn: string | null; readonly doneOn: string | null; readonly late: boolean };

/** The due day itself is in time; without a due day nothing is late. */
export function isPast(dueOn: string | null, day: string): boolean {
  return dueOn !== null && day > dueOn;
}

export function toClock(dueOn: string | null, doneOn: string | null, today: string): Clock {
  return { dueOn, doneOn, late: isPast(dueOn, doneOn ?? today) };
}

export type HandlingDates = {
  readonly today: string;
  readonly handedOn: string;
  readonly assignedOn: string;
  readonly dueOn: string | null;
  readonly signedOn: string | null;
};

/** 签收, 异议 and 答复 of one assignment; `atMost` is the day that no 延期 passes (代表法 Art. 51: six months). */
export function toHandlingClocks(dates: HandlingDates, rules: CampaignRules) {
  const { today, handedOn, assignedOn, signedOn } = dates;
  const { sign, object, replyAtMost } = rules.deadlines;
  return {
    sign: toClock(findDueOn(handedOn, sign), signedOn, today),
    objectUntil: findDueOn(handedOn, object),
    replyDueOn: dates.dueOn,
    replyAtMost: findDueOn(assignedOn, replyAtMost),
    /** Why a day is missing: the calendar ends before it. */
    notes: [
      ...new Set([
        ...findUncovered(handedOn, sign),
        ...findUncovered(handedOn, object),
        ...findUncovered(assignedOn, replyAtMost),
      ]),
    ],
  };
}
