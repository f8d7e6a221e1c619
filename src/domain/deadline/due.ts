import type { Span } from "../campaign/campaign-rules.ts";
import type { Calendar, Covered } from "./calendar.ts";
import { OFFICIAL_CALENDAR } from "./calendar.ts";
import { addDays, addMonths } from "./civil-date.ts";
import { addWorkdays } from "./workdays.ts";

/**
 * The last day of a span that starts on a date; that day is day zero. A last day that is a day off stays where it is:
 * the earlier date is the safe one. Only working days can lie outside the calendar.
 */
export function dueOn(startOn: string, span: Span, calendar: Calendar = OFFICIAL_CALENDAR): Covered<string> {
  switch (span.unit) {
    case "day":
      return { covered: true, value: addDays(startOn, span.amount) };
    case "month":
      return { covered: true, value: addMonths(startOn, span.amount) };
    case "workday":
      return addWorkdays(startOn, span.amount, calendar);
  }
}

/** For a column that may be empty: null where there is no such clock, or where the calendar ends before the span does. */
export function findDueOn(startOn: string, span: Span | null, calendar: Calendar = OFFICIAL_CALENDAR): string | null {
  if (span === null) return null;
  const due = dueOn(startOn, span, calendar);
  return due.covered ? due.value : null;
}

/** One sentence where the calendar ends before the span does, and none where the day can be told. */
export function findUncovered(
  startOn: string,
  span: Span | null,
  calendar: Calendar = OFFICIAL_CALENDAR,
): readonly string[] {
  const due = span && dueOn(startOn, span, calendar);
  return due?.covered === false ? [due.message] : [];
}

const UNIT_WORDS: Readonly<Record<Span["unit"], string>> = { day: "日", workday: "个工作日", month: "个月" };

/** 10个工作日, 3个月. */
export function spanLabel({ amount, unit }: Span): string {
  return `${amount}${UNIT_WORDS[unit]}`;
}
