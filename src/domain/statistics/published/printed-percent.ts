/** A percentage as printed: 43.7 with one decimal is 437 steps of 0.1. */
export type PrintedPercent = { readonly steps: number; readonly decimals: number };

function countDecimals(text: string): number {
  return text.split(".")[1]?.length ?? 0;
}

/** `decimals` as stated, or as many as were printed. */
export function toPrinted(percent: number | string, decimals?: number | null): PrintedPercent {
  const places = Math.min(4, decimals ?? countDecimals(String(percent)));
  return { steps: Math.round(Number(percent) * 10 ** places), decimals: places };
}

/** n of base in steps, half up, in integers: no binary fraction decides. `base` > 0. */
export function roundSteps(n: number, base: number, decimals: number): number {
  return Math.floor((n * 100 * 10 ** decimals * 2 + base) / (base * 2));
}

/** The same, with what is beyond the last place cut off. */
export function truncateSteps(n: number, base: number, decimals: number): number {
  return Math.floor((n * 100 * 10 ** decimals) / base);
}

/** Is there a whole number of `base` that gives this percentage, rounded? */
export function isPossible({ steps, decimals }: PrintedPercent, base: number): boolean {
  const guess = Math.round((steps * base) / (100 * 10 ** decimals));
  return [guess - 1, guess, guess + 1].some((n) => n >= 0 && n <= base && roundSteps(n, base, decimals) === steps);
}

export function sayPercent({ steps, decimals }: PrintedPercent): string {
  return `${(steps / 10 ** decimals).toFixed(decimals)}%`;
}

/** All in steps of the finest. */
export function sumPercents(percents: readonly PrintedPercent[]): PrintedPercent {
  const decimals = Math.max(0, ...percents.map((percent) => percent.decimals));
  const steps = percents.reduce((sum, percent) => sum + percent.steps * 10 ** (decimals - percent.decimals), 0);
  return { steps, decimals };
}

/** How far a sum of rounded shares may lie from 100 by rounding alone: half a last step for each. */
export function isRoundingOf100(percents: readonly PrintedPercent[]): boolean {
  const { steps, decimals } = sumPercents(percents);
  const slack = percents.reduce((sum, percent) => sum + 10 ** (decimals - percent.decimals) / 2, 0);
  return Math.abs(steps - 100 * 10 ** decimals) <= slack;
}
