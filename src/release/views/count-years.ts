import type { MatterLine, YearCount } from "#domain/view/page-view.ts";
import type { PublicOutcome } from "#domain/view/public-reply.ts";
import type { ShownMatter } from "../plan/shown.ts";
import { countClasses } from "./count-classes.ts";

function listOutcomes({ outcomes, units }: MatterLine, unit: string | undefined): readonly PublicOutcome[] {
  return unit === undefined ? outcomes : outcomes.filter((_, at) => units[at]?.code === unit);
}

/**
 * Public matters of each year with the classes of their replies, newest year first.
 * @param unit count the replies of this unit alone
 */
export function countYears(matters: readonly ShownMatter[], unit?: string): YearCount[] {
  const years = [...Map.groupBy(matters, ({ line }) => line.year)].toSorted(([a], [b]) => b - a);
  return years.map(([year, group]) => ({
    year,
    published: group.length,
    outcomes: countClasses(group.flatMap(({ line }) => listOutcomes(line, unit))),
  }));
}
