import { checkPercents } from "./check-percents.ts";
import { checkCounts, checkPercentSum } from "./check-sums.ts";
import { checkYears } from "./check-years.ts";
import { readFigure } from "./figure-reading.ts";
import type { FigureFinding, PublishedFigure } from "./published-figure.ts";

export type CheckedFigure = { readonly id: string; readonly findings: readonly FigureFinding[] };

function checkFigure(figure: PublishedFigure): FigureFinding[] {
  const reading = readFigure(figure);
  const found = [...checkCounts(reading), ...checkPercents(reading)];
  // A wrong part already says why the shares do not make 100.
  return found.length > 0 ? found : checkPercentSum(reading);
}

/**
 * Holds stated figures against each other: parts and wholes, percentages at the decimals printed, sums of shares, years.
 * No finding means consistent, not true (domain §1.8).
 */
export function checkFigures(figures: readonly PublishedFigure[]): CheckedFigure[] {
  const years = checkYears(figures);
  return figures.map((figure) => ({
    id: figure.id,
    findings: [...checkFigure(figure), ...(years.get(figure) ?? [])],
  }));
}
