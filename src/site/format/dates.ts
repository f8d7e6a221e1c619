/** "2026-05-20" or "2026-05-20 09:30" → 2026年5月20日, the form of 成文日期 in GB/T 9704. */
export function toChineseDate(date: string): string {
  const [year, month, day] = dayOf(date).split("-").map(Number);
  return `${year}年${month}月${day}日`;
}

/** The day of "YYYY-MM-DD HH:mm". */
export function dayOf(timestamp: string): string {
  return timestamp.slice(0, 10);
}

/** Calendar days from one day to another, both YYYY-MM-DD; negative where `to` is earlier. */
export function countDays(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
