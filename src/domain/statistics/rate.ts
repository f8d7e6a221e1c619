/**
 * A rate never travels alone: numerator, base and definition are printed beside it,
 * and a base of zero has no percentage (not 0 %, not 100 %).
 */
export type Rate = {
  /** snake_case, stable: public_rate, answered_rate … */
  readonly key: string;
  readonly label: string;
  readonly numerator: number;
  readonly base: number;
  /** Two decimals, rounded half up as offices print it ("33.33"); null where the base is zero. */
  readonly percent: string | null;
  /** 分子、分母各数什么, one sentence. */
  readonly definition: string;
};

export function percentOf(numerator: number, base: number): string | null {
  if (!Number.isInteger(numerator) || !Number.isInteger(base) || numerator < 0 || base < 0) {
    throw new RangeError("numerator and base are counts");
  }
  if (base === 0) return null;
  // In integers: 0.125 as a binary float would round the wrong way.
  const hundredths = Math.floor((numerator * 10_000 * 2 + base) / (base * 2));
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, "0")}`;
}

export function rate(key: string, label: string, numerator: number, base: number, definition: string): Rate {
  return { key, label, numerator, base, percent: percentOf(numerator, base), definition };
}
