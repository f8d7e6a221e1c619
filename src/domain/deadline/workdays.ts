import type { Calendar, Covered } from "./calendar.ts";
import { OFFICIAL_CALENDAR, findDayKind, notCovered } from "./calendar.ts";
import { addDays, yearOf } from "./civil-date.ts";

export function isWorkday(date: string, calendar: Calendar = OFFICIAL_CALENDAR): Covered<boolean> {
  const kind = findDayKind(date, calendar);
  return kind ? { covered: true, value: kind.workday } : notCovered(yearOf(date), calendar);
}

/**
 * The n-th working day after a date, n ≥ 0: the day itself is day zero, whatever day it is,
 * so five working days after a Saturday end on the Friday of a common week.
 */
export function addWorkdays(date: string, count: number, calendar: Calendar = OFFICIAL_CALENDAR): Covered<string> {
  let day = date;
  for (let left = count; left > 0;) {
    day = addDays(day, 1);
    const kind = findDayKind(day, calendar);
    if (!kind) return notCovered(yearOf(day), calendar);
    if (kind.workday) left -= 1;
  }
  return { covered: true, value: day };
}

/** Working days after `from` up to and including `to`; negative where `to` is earlier. */
export function workdaysBetween(from: string, to: string, calendar: Calendar = OFFICIAL_CALENDAR): Covered<number> {
  const [first, last, sign] = from <= to ? [from, to, 1] : [to, from, -1];
  let count = 0;
  for (let day = addDays(first, 1); day <= last; day = addDays(day, 1)) {
    const kind = findDayKind(day, calendar);
    if (!kind) return notCovered(yearOf(day), calendar);
    if (kind.workday) count += 1;
  }
  return { covered: true, value: count === 0 ? 0 : sign * count };
}
