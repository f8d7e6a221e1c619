export type Score = {
  readonly q: string;
  readonly recall: number;
  readonly precision: number;
  readonly titleAt10: number | null;
  readonly missed: number;
  readonly extra: number;
};

/** @param values of any number; 0 for none */
export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The value below which the share lies; 0 for none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10;
}

/** Nothing to find and nothing found counts as exact. @param found ids in the order of the results */
export function scoreQuery(
  found: readonly string[],
  ids: readonly string[],
  titleIds: readonly string[] = [],
): Omit<Score, "q"> {
  const wanted = new Set(ids);
  const hits = found.filter((id) => wanted.has(id)).length;
  const titles = new Set(titleIds);
  const top = found.slice(0, 10).filter((id) => titles.has(id)).length;
  return {
    recall: wanted.size === 0 ? 1 : hits / wanted.size,
    precision: found.length === 0 ? 1 : hits / found.length,
    titleAt10: titles.size === 0 ? null : top / Math.min(10, titles.size),
    missed: wanted.size - hits,
    extra: found.length - hits,
  };
}
