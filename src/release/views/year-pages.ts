import type { PublicYear } from "#domain/view/public-city.ts";
import type { Page } from "#domain/view/page-view.ts";
import type { Scheme } from "#domain/scheme/scheme.ts";
import type { YearStatistics } from "#domain/statistics/year-statistics.ts";
import { kindStatistics, totalStatistics } from "#domain/statistics/year-figures.ts";
import type { CityLines } from "./city-lines.ts";

function schemeOf(schemes: readonly Scheme[], id: string): Scheme {
  const scheme = schemes.find((item) => item.id === id);
  if (!scheme) throw new Error(`Failed to make the figures: scheme ${id} is missing`);
  return scheme;
}

export function yearTotal(year: PublicYear, schemes: readonly Scheme[]): YearStatistics {
  return totalStatistics(year.tallies, schemes);
}

/** Years that have begun: at least one motion was handed out. */
export function begunYears(lines: CityLines): readonly PublicYear[] {
  return lines.city.years.filter((year) => year.tallies.some((tally) => tally.motions > 0));
}

export function* yearPages(lines: CityLines): Generator<Page> {
  const { schemes } = lines.city;
  const begun = begunYears(lines);
  for (const item of begun) {
    const used = new Set(item.tallies.map((tally) => tally.schemeId));
    yield {
      path: `/${item.year}/`,
      view: {
        page: "year",
        year: item.year,
        years: begun.map((other) => other.year),
        total: yearTotal(item, schemes),
        kinds: item.tallies
          .filter((tally) => tally.motions > 0)
          .map((tally) => kindStatistics(tally, schemeOf(schemes, tally.schemeId))),
        schemes: schemes.filter((scheme) => used.has(scheme.id)),
        lines: lines.byYear.get(item.year) ?? [],
      },
    };
  }
}
