import { KIND_WORDS, MOTION_KINDS } from "#domain/motion/kind.ts";
import type { Scheme } from "#domain/scheme/scheme.ts";
import type { YearStatistics } from "#domain/statistics/year-statistics.ts";
import { kindStatistics, totalStatistics } from "#domain/statistics/year-figures.ts";
import { keyOf } from "../plan/key.ts";
import type { ShownYear } from "../plan/shown.ts";
import type { City } from "./city.ts";
import type { PlannedPage } from "./item.ts";
import { planList } from "./long-list.ts";

function schemeOf(schemes: readonly Scheme[], id: string): Scheme {
  const scheme = schemes.find((item) => item.id === id);
  if (!scheme) throw new Error(`Failed to make the figures: scheme ${id} is missing`);
  return scheme;
}

export function yearTotal(year: ShownYear, schemes: readonly Scheme[]): YearStatistics {
  return totalStatistics(year.tallies, schemes);
}

function planLists({ byYear }: City, year: number) {
  const groups = Map.groupBy(byYear.get(year) ?? [], ({ line }) => line.kind);
  return MOTION_KINDS.filter((kind) => groups.has(kind)).map((kind) => {
    const { slug, label } = KIND_WORDS[kind];
    const place = { name: `${year}年${label}答复`, home: `/${year}/`, first: `/replies/${year}-${slug}/` };
    return { kind, plan: planList(groups.get(kind) ?? [], place) };
  });
}

export function* yearPages(city: City): Generator<PlannedPage> {
  const { schemes } = city.frame;
  const years = city.begun.map((item) => item.year);
  for (const item of city.begun) {
    const used = new Set(item.tallies.map((tally) => tally.schemeId));
    const figures = {
      total: yearTotal(item, schemes),
      kinds: item.tallies
        .filter((tally) => tally.motions > 0)
        .map((tally) => kindStatistics(tally, schemeOf(schemes, tally.schemeId))),
      schemes: schemes.filter((scheme) => used.has(scheme.id)),
    };
    const plans = planLists(city, item.year);
    yield {
      path: `/${item.year}/`,
      key: keyOf(
        item.year,
        years,
        figures,
        plans.map(({ kind, plan }) => [kind, plan.key]),
      ),
      shows: plans.flatMap(({ plan }) => plan.shows),
      view: () => ({
        page: "year",
        year: item.year,
        years,
        ...figures,
        lists: plans.map(({ kind, plan }) => ({ kind, list: plan.list() })),
      }),
    };
    for (const { plan } of plans) yield* plan.pages;
  }
}
