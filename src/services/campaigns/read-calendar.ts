import { OFFICIAL_CALENDAR, findDayKind, notCovered } from "#domain/deadline/calendar.ts";
import { addDays, daysBetween, yearOf } from "#domain/deadline/civil-date.ts";
import { HOLIDAY_YEARS } from "#domain/deadline/holidays.ts";
import type { Context } from "../context.ts";
import { Invalid } from "../errors.ts";
import { getUnitScope } from "../scope.ts";

const MOST_DAYS = 400;

export type CalendarView = {
  readonly days: readonly { readonly date: string; readonly workday: boolean | null; readonly name: string | null }[];
  /** Working days of the range; null where it holds a day that no notice covers. */
  readonly workdays: number | null;
  readonly notCovered: readonly { readonly year: number; readonly message: string }[];
  readonly years: readonly { readonly year: number; readonly source: string; readonly issuedOn: string }[];
};

function checkRange(from: string, to: string): void {
  if (to < from) {
    throw new Invalid("结束日期早于开始日期，请核对", [{ path: "to", message: "不能早于开始日期" }]);
  }
  if (daysBetween(from, to) < MOST_DAYS) return;
  const message = `一次最多查询 ${MOST_DAYS} 天，请缩短范围`;
  throw new Invalid(message, [{ path: "to", message }]);
}

/** Each day from `from` to `to`, both included; beyond the years covered it says so. Throws Invalid. */
export function readCalendar(ctx: Context, { from, to }: { readonly from: string; readonly to: string }): CalendarView {
  getUnitScope(ctx.actor);
  checkRange(from, to);
  const dates = Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index));
  const days = dates.map((date) => {
    const kind = findDayKind(date);
    return { date, workday: kind?.workday ?? null, name: kind?.name ?? null };
  });
  const missing = [...new Set(days.filter(({ workday }) => workday === null).map(({ date }) => yearOf(date)))];
  return {
    days,
    workdays: missing.length > 0 ? null : days.filter(({ workday }) => workday).length,
    notCovered: missing.map((year) => {
      const { message } = notCovered(year, OFFICIAL_CALENDAR);
      return { year, message };
    }),
    years: HOLIDAY_YEARS.map(({ year, source, issuedOn }) => ({ year, source, issuedOn })),
  };
}
