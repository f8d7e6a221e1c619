import type { DeadlineRules, Span } from "../campaign/campaign-rules.ts";
import { yearOf } from "../deadline/civil-date.ts";
import type { Calendar } from "../deadline/calendar.ts";
import { OFFICIAL_CALENDAR } from "../deadline/calendar.ts";
import { dueOn } from "../deadline/due.ts";
import type { LightReading } from "../deadline/light.ts";
import { toLight } from "../deadline/light.ts";
import type { Clock } from "./clock.ts";

/**
 * How a stored date becomes a due date. `on` is the due date itself, `span` runs from it, `fixed` is the date of a notice.
 */
export type DueRule =
  | { readonly kind: "on" }
  | { readonly kind: "span"; readonly span: Span }
  | { readonly kind: "fixed"; readonly date: string };

/** Sorts after every date: what no calendar covers yet. */
const NEVER = "9999-12-31";
/** Sorts before every date: what began before the first year that the calendar covers, and is long past. */
const LONG_AGO = "0000-01-01";

/** The place of a due date in the order of the list; grows with the anchor. */
export function toDueKey(rule: DueRule, anchor: string, calendar: Calendar = OFFICIAL_CALENDAR): string {
  if (rule.kind === "on") return anchor;
  if (rule.kind === "fixed") return rule.date;
  const due = dueOn(anchor, rule.span, calendar);
  if (due.covered) return due.value;
  return yearOf(anchor) < (calendar.years[0] ?? 0) ? LONG_AGO : NEVER;
}

/** What a key says of today: the due date where the calendar tells it, and the light in any case. */
export function readDueKey(
  key: string,
  today: string,
): { readonly dueOn: string | null; readonly reading: LightReading } {
  if (key === NEVER) {
    const words = "节假日安排尚未公布，期限暂不能推算";
    return { dueOn: null, reading: { light: "blue", words, daysLeft: null, late: false } };
  }
  if (key === LONG_AGO) {
    return { dueOn: null, reading: { light: "red", words: "早已超期", daysLeft: null, late: true } };
  }
  return { dueOn: key, reading: toLight(key, today) };
}

/** The rule of a clock that runs by the rules of a campaign; undefined where its notice sets none. */
export function findClockRule(clock: Clock, rules: DeadlineRules): DueRule | undefined {
  const span = (value: Span | null): DueRule | undefined => (value ? { kind: "span", span: value } : undefined);
  const fixed = (date: string | null): DueRule | undefined => (date === null ? undefined : { kind: "fixed", date });
  switch (clock) {
    case "sign":
      return span(rules.sign);
    case "joint_opinion":
      return span(rules.jointOpinion);
    case "feedback":
      return span(rules.feedback);
    case "reply_legal":
      return span(rules.reply);
    case "draft":
      return fixed(rules.draftOn);
    case "proof":
      return fixed(rules.proofOn);
    case "publish":
      return span(rules.publish);
    default:
      return { kind: "on" };
  }
}
