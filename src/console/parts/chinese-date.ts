const INSTANT = new Intl.DateTimeFormat("zh-CN", { dateStyle: "long", timeStyle: "short", timeZone: "Asia/Shanghai" });
const DAY = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeZone: "Asia/Shanghai" });

/** The day that it is in China: YYYY-MM-DD. */
export function sayToday(): string {
  return DAY.format(new Date());
}

/** "2026-11-03" → "2026年11月3日"; what is no date comes back as it is. */
export function readDate(date: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  return match ? `${match[1]}年${Number(match[2])}月${Number(match[3])}日` : date;
}

/** An instant in the time of China, to the minute. */
export function readInstant(instant: string): string {
  return INSTANT.format(new Date(instant));
}
