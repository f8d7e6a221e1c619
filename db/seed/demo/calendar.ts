import { getAt } from "./random.ts";

/** Dates as YYYY-MM-DD, counted in days since 1970-01-01 (proleptic Gregorian); no clock, no time zone. */
export function toDayNumber(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

export function toDate(dayNumber: number): string {
  const shifted = dayNumber + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthIndex = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthIndex + 2) / 5) + 1;
  const month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** Days on which every office is closed in each of the four years; make-up days do not matter here. */
const CLOSED = new Set(["01-01", "05-01", "05-02", "05-03", "05-04", "05-05"]);
const isNationalDayWeek = (date: string): boolean => date.slice(5) >= "10-01" && date.slice(5) <= "10-08";

export function isWorkday(date: string): boolean {
  const weekday = (((toDayNumber(date) + 4) % 7) + 7) % 7;
  return weekday !== 0 && weekday !== 6 && !CLOSED.has(date.slice(5)) && !isNationalDayWeek(date);
}

/** The date some calendar days later, moved on to the next workday. */
export function addDaysToWorkday(date: string, days: number): string {
  let day = toDayNumber(date) + days;
  while (!isWorkday(toDate(day))) day += 1;
  return toDate(day);
}

/** The same day some months later; the day of the month must exist there. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1] = date.split("-").map(Number);
  const index = year * 12 + month - 1 + months;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}-${date.slice(8)}`;
}

export function daysBetween(from: string, to: string): number {
  return toDayNumber(to) - toDayNumber(from);
}

/** 3月27日. */
export function toMonthDay(date: string): string {
  const parts = date.split("-").map(Number);
  return `${getAt(parts, 1)}月${getAt(parts, 2)}日`;
}

/** 2026年3月27日. */
export function toLongDate(date: string): string {
  return `${Number(date.slice(0, 4))}年${toMonthDay(date)}`;
}
