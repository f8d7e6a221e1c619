import type { ClassTone } from "#domain/scheme/scheme.ts";
import type { YearCount } from "#domain/view/page-view.ts";

type Part = { readonly tone: ClassTone; readonly x: string; readonly width: string };
export type YearRow = YearCount & {
  /** Schemes of its classes, in words. */
  readonly scheme: string;
  /** Other schemes than the year above: the series is broken here. */
  readonly breaks: boolean;
  readonly parts: readonly Part[];
};

const schemeOf = ({ outcomes }: YearCount): string =>
  [...new Set(outcomes.map(({ outcome }) => outcome.schemeName))].toSorted().join("、");

/** Years as bars of one scale, 100 units for the largest; newest first as they come. */
export function toYearRows(counts: readonly YearCount[]): YearRow[] {
  const totalOf = ({ outcomes }: YearCount) => outcomes.reduce((sum, { count }) => sum + count, 0);
  const most = Math.max(1, ...counts.map(totalOf));
  let above = "";
  return counts.map((year): YearRow => {
    const scheme = schemeOf(year);
    const breaks = above !== "" && scheme !== "" && scheme !== above;
    above = scheme || above;
    let x = 0;
    const parts = year.outcomes.map(({ outcome, count }): Part => {
      const width = (count / most) * 100;
      const part = { tone: outcome.tone, x: x.toFixed(2), width: Math.max(0, width - 0.4).toFixed(2) };
      x += width;
      return part;
    });
    return { ...year, scheme, breaks, parts };
  });
}
