import type { YearCount } from "#domain/view/page-view.ts";
import type { ShownMatter } from "../plan/shown.ts";
import { countClasses } from "./count-classes.ts";

/**
 * Public matters of each year with the classes of their replies, newest year first.
 * @param unit count the replies of this unit alone
 */
export function countYears(matters: readonly ShownMatter[], unit?: string): YearCount[] {
  const years = [...Map.groupBy(matters, ({ line }) => line.year)].toSorted(([a], [b]) => b - a);
  return years.map(([year, group]) => ({
    year,
    published: group.length,
    outcomes: countClasses(
      group.flatMap(({ line }) => line.outcomes.filter((_, at) => unit === undefined || line.units[at]?.code === unit)),
    ),
  }));
}
