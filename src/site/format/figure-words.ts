import { percentOf } from "#domain/statistics/rate.ts";
import { SMALL_BASE } from "#domain/statistics/public-indicators.ts";
import type { PublicFigure } from "#domain/view/public-year.ts";

/** "90.84%"; null where there is no base, or one so small that the counts must stand alone. */
export function toPercent({ numerator, base }: Pick<PublicFigure, "numerator" | "base">): string | null {
  if (base === null || base < SMALL_BASE || numerator > base) return null;
  return `${percentOf(numerator, base)}%`;
}

/** What a reader may open to see what a figure counts; null where there is no list. */
export function toListAddress(year: number, { code, numerator }: PublicFigure): string | null {
  if (numerator === 0) return null;
  return code.startsWith("commitment") ? `/commitments/${year}/` : `/register/${year}/#${code}`;
}
