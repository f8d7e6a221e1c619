import type { FiguresView, TopicFigures, TrendsView, YearCohorts } from "#domain/view/record-views.ts";
import type { PublicUnit } from "#domain/view/public-reply.ts";
import { keyOf } from "../plan/key.ts";
import type { ShownMatter, ShownYear } from "../plan/shown.ts";
import type { City } from "./city.ts";
import type { PlannedPage } from "./item.ts";
import { countClasses } from "./count-classes.ts";
import { yearTotal } from "./year-pages.ts";

function toTopics({ frame }: City, matters: readonly ShownMatter[]): TopicFigures[] {
  const groups = Map.groupBy(matters, ({ line }) => line.topic?.slug);
  return frame.topics.flatMap(({ slug, name }) => {
    const own = groups.get(slug);
    if (!own) return [];
    const outcomes = countClasses(own.flatMap(({ line }) => line.outcomes));
    const published = own.reduce((sum, { line }) => sum + line.units.length, 0);
    return [{ topic: { slug, name }, published, outcomes }];
  });
}

function figuresPage(city: City, { year, record }: ShownYear, years: readonly number[]): PlannedPage[] {
  if (!record) return [];
  const { units, ...figures } = record.figures;
  const shown = new Map(units.map((item) => [item.unit, item.figures]));
  const known = city.frame.units.flatMap(({ code, name, fullName }) => {
    const own = shown.get(code);
    const unit: PublicUnit = { code, name, fullName };
    return own ? [{ unit, hasPage: city.byUnit.has(code), figures: own }] : [];
  });
  const topics = toTopics(city, city.byYear.get(year) ?? []);
  const view: FiguresView = { page: "figures", year, years, figures, units: known, topics };
  return [{ path: `/${year}/figures/`, key: keyOf(view), shows: [], view: () => view }];
}

/** Of every year in which something may turn, newest first. */
export function listCohorts({ begun }: City): YearCohorts[] {
  return begun.flatMap(({ year, record }) => {
    if (!record || record.figures.cohorts.length === 0) return [];
    const { asOf, conversionTarget: target, cohorts } = record.figures;
    return [{ year, asOf, target, cohorts }];
  });
}

function trendsPage(city: City): PlannedPage {
  const years = city.begun.map((year) => ({
    ...yearTotal(year, city.frame.schemes),
    schemeIds: [...new Set(year.tallies.filter(({ motions }) => motions > 0).map(({ schemeId }) => schemeId))],
  }));
  const view: TrendsView = { page: "trends", years, cohorts: listCohorts(city) };
  return { path: "/figures/", key: keyOf(view), shows: [], view: () => view };
}

export function* figurePages(city: City): Generator<PlannedPage> {
  yield trendsPage(city);
  const years = city.begun.map(({ year }) => year);
  for (const year of city.begun) yield* figuresPage(city, year, years);
}
