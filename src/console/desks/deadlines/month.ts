import type { DueItem } from "./due-query.ts";

const DAY = 86_400_000;
const toDay = (instant: number) => new Date(instant).toISOString().slice(0, 10);

/** "2026-11" a number of months on. */
export function addMonths(month: string, count: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 1 + count, 1)).toISOString().slice(0, 7);
}

/** Weeks of a month from Monday on, with the days of its neighbours that fill the first and the last. */
export function listWeeks(month: string): readonly (readonly string[])[] {
  const first = Date.parse(`${month}-01T00:00:00Z`);
  const start = first - ((new Date(first).getUTCDay() + 6) % 7) * DAY;
  const next = Date.parse(`${addMonths(month, 1)}-01T00:00:00Z`);
  const weeks = Math.ceil((next - start) / (7 * DAY));
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => toDay(start + (week * 7 + day) * DAY)),
  );
}

export type DayHeap = { readonly label: string; readonly light: string; readonly count: number };

/** What falls due on each day, heaped by kind. */
export function heapByDay(items: readonly DueItem[]): ReadonlyMap<string, readonly DayHeap[]> {
  const days = Map.groupBy(
    items.filter(({ dueOn }) => dueOn !== null),
    ({ dueOn }) => dueOn ?? "",
  );
  return new Map(
    [...days].map(([day, own]) => {
      const heaps = [...Map.groupBy(own, ({ clockLabel }) => clockLabel)];
      return [day, heaps.map(([label, group]) => ({ label, light: group[0]?.light.light ?? "", count: group.length }))];
    }),
  );
}
