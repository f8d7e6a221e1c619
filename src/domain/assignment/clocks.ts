import type { CampaignRules } from "../campaign/campaign-rules.ts";
import { findDueOn } from "../deadline/due.ts";

/** One hand-over of a matter: to whom, on which day. */
export type HandOver = { readonly toUnit: string | null; readonly on: string };

/** The day on which the unit was given its part: the last 改派 to it, or else the 交办 of the motion. */
export function findHandedOn(assignedOn: string, handOvers: readonly HandOver[], unit: string): string {
  const days = handOvers.filter((item) => item.toUnit === unit).map((item) => item.on);
  return days.reduce((last, day) => (day > last ? day : last), assignedOn);
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
  };
}
