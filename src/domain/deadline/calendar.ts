import { addDays, isWeekend, yearOf } from "./civil-date.ts";
import type { HolidayYear } from "./holidays.ts";
import { HOLIDAY_YEARS } from "./holidays.ts";

/** An answer that only an official calendar can give: beyond the years it covers, a sentence instead of a guess. */
export type NotCovered = { readonly covered: false; readonly year: number; readonly message: string };
export type Covered<T> = { readonly covered: true; readonly value: T } | NotCovered;

export type Calendar = {
  /** Years covered, ascending. */
  readonly years: readonly number[];
  readonly daysOff: ReadonlyMap<string, string>;
  readonly workdays: ReadonlySet<string>;
};

function listDays({ from, to }: { readonly from: string; readonly to: string }): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

export function makeCalendar(notices: readonly HolidayYear[]): Calendar {
  const named = notices.flatMap(({ breaks }) =>
    breaks.flatMap((item) => listDays(item).map((day) => [day, item.name] as const)),
  );
  return {
    years: notices.map(({ year }) => year).toSorted((a, b) => a - b),
    daysOff: new Map(named),
    workdays: new Set(notices.flatMap(({ workdays }) => workdays)),
  };
}

export const OFFICIAL_CALENDAR: Calendar = makeCalendar(HOLIDAY_YEARS);

function toSpan(years: readonly number[]): string {
  const [first, last] = [years.at(0), years.at(-1)];
  if (first === undefined || last === undefined) return "目前没有录入任何年份";
  return first === last ? `目前只有 ${first} 年` : `目前有 ${first} 年至 ${last} 年`;
}

export function notCovered(year: number, calendar: Calendar): NotCovered {
  const message = `系统还没有 ${year} 年的法定节假日安排（${toSpan(calendar.years)}），不能推算该年的工作日。国务院办公厅公布后，请系统管理员更新系统`;
  return { covered: false, year, message };
}

/** What a day is, by the notices: undefined outside the years covered. */
export function findDayKind(
  date: string,
  calendar: Calendar = OFFICIAL_CALENDAR,
): { readonly workday: boolean; readonly name: string | null } | undefined {
  if (!calendar.years.includes(yearOf(date))) return undefined;
  const name = calendar.daysOff.get(date);
  if (name !== undefined) return { workday: false, name };
  if (calendar.workdays.has(date)) return { workday: true, name: "调休上班" };
  return { workday: !isWeekend(date), name: null };
}
