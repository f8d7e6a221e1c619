import type { ShownYear } from "./shown.ts";

/** Years that are not as they were: only what stands in them can be new, another, or gone. */
export type ChangedYears<Year = ShownYear> = { readonly now: readonly Year[]; readonly before: readonly Year[] };

/** A year to which nothing was written is the very object of the plan before. */
export function findChangedYears<Year>(now: readonly Year[], before: readonly Year[]): ChangedYears<Year> {
  const [present, known] = [new Set(now), new Set(before)];
  return { now: now.filter((year) => !known.has(year)), before: before.filter((year) => !present.has(year)) };
}
