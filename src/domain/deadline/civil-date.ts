/** Civil dates as YYYY-MM-DD, proleptic Gregorian, without clock or time zone. Callers pass dates that exist (`z.iso.date()`). */

function parseDate(date: string): readonly [year: number, month: number, day: number] {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return [year, month, day];
}

function formatDate(year: number, month: number, day: number): string {
  const pad = (value: number, width: number) => String(value).padStart(width, "0");
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** Days since 1970-01-01. */
export function toDayNumber(date: string): number {
  const [year, month, day] = parseDate(date);
  // Years begin in March, so that the leap day is the last of its year.
  const shifted = month <= 2 ? year - 1 : year;
  const monthFromMarch = (month + 9) % 12;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
  const leapDays = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  return shifted * 365 + leapDays + dayOfYear - 719468;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The date so many days after 1970-01-01. */
export function fromDayNumber(dayNumber: number): string {
  // The mean year of the calendar is 365.2425 days: the guess is right or one too late.
  let year = Math.floor(dayNumber / 365.2425) + 1970;
  while (toDayNumber(formatDate(year + 1, 1, 1)) <= dayNumber) year += 1;
  while (toDayNumber(formatDate(year, 1, 1)) > dayNumber) year -= 1;
  let month = 1;
  let day = dayNumber - toDayNumber(formatDate(year, 1, 1)) + 1;
  while (day > daysInMonth(year, month)) {
    day -= daysInMonth(year, month);
    month += 1;
  }
  return formatDate(year, month, day);
}

export function yearOf(date: string): number {
  return parseDate(date)[0];
}

export function addDays(date: string, days: number): string {
  return fromDayNumber(toDayNumber(date) + days);
}

/** The same day some months on; where that month has no such day, its last (11-30 + 3 months = 02-28 or 02-29). */
export function addMonths(date: string, months: number): string {
  const [year, month, day] = parseDate(date);
  const index = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1];
  return formatDate(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}

/** Calendar days from one date to another; negative where `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return toDayNumber(to) - toDayNumber(from);
}

/** Saturday or Sunday. */
export function isWeekend(date: string): boolean {
  // 1970-01-01 was a Thursday.
  const weekday = (((toDayNumber(date) + 4) % 7) + 7) % 7;
  return weekday === 0 || weekday === 6;
}
