import { listSchemes } from "#db/reads/schemes.ts";
import { readTallies } from "#db/reads/tallies.ts";
import { kindStatistics, totalStatistics } from "#domain/statistics/year-figures.ts";
import type { YearStatistics } from "#domain/statistics/year-statistics.ts";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import { requireOverseer } from "../scope.ts";

export type YearFigures = {
  readonly year: number;
  readonly total: YearStatistics;
  readonly kinds: readonly YearStatistics[];
};

/** The figures of a year as they stand now, released or not. Throws NotFound for a year without work. */
export async function getYearFigures(ctx: Context, year: number): Promise<YearFigures> {
  requireOverseer(ctx.actor);
  const tallies = await readTallies(ctx.db, year);
  if (tallies.length === 0) throw new NotFound(`${year} 年的办理工作`);
  const schemes = await listSchemes(ctx.db);
  const kinds = tallies.flatMap((tally) => {
    const scheme = schemes.find((item) => item.id === tally.schemeId);
    return scheme ? [kindStatistics(tally, scheme)] : [];
  });
  return { year, total: totalStatistics(tallies, schemes), kinds };
}
