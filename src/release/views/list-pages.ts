import type { OutcomeCount } from "#domain/view/page-view.ts";
import { keyOf } from "../plan/key.ts";
import type { ShownMatter } from "../plan/shown.ts";
import type { City } from "./city.ts";
import { topicLinks, unitLinks, yearLinks } from "./city.ts";
import type { PlannedPage } from "./item.ts";
import { planList } from "./long-list.ts";

export function* browsePages(city: City): Generator<PlannedPage> {
  const path = "/replies/";
  const plan = planList(city.all, { name: "全部公开的答复", home: path, first: path });
  const links = { years: yearLinks(city), units: unitLinks(city), topics: topicLinks(city) };
  yield {
    path,
    key: keyOf(plan.key, links),
    shows: plan.shows,
    view: () => ({ page: "browse", list: plan.list(), ...links }),
  };
  yield* plan.pages;
}

function countOutcomes(code: string, matters: readonly ShownMatter[]): OutcomeCount[] {
  const counts = new Map<string, OutcomeCount>();
  for (const { line } of matters) {
    line.units.forEach((unit, index) => {
      const outcome = line.outcomes[index];
      if (unit.code !== code || !outcome) return;
      // Letters of different schemes are different classes.
      const key = `${outcome.schemeName}/${outcome.code}`;
      counts.set(key, { outcome, count: (counts.get(key)?.count ?? 0) + 1 });
    });
  }
  return [...counts.values()].toSorted((a, b) => a.outcome.code.localeCompare(b.outcome.code, "zh"));
}

export function* unitPages(city: City): Generator<PlannedPage> {
  const units = unitLinks(city);
  yield { path: "/units/", key: keyOf(units), shows: [], view: () => ({ page: "units", units }) };
  for (const { code, name, fullName, phone } of city.frame.units) {
    const own = city.byUnit.get(code);
    if (!own) continue;
    const path = `/units/${code}/`;
    const unit = { code, name, fullName };
    const years = [...Map.groupBy(own, ({ line }) => line.year)].toSorted(([a], [b]) => b - a);
    const counts = years.map(([year, group]) => ({
      year,
      published: group.length,
      outcomes: countOutcomes(code, group),
    }));
    const plan = planList(own, { name: `${fullName}的答复`, home: path, first: `/replies/unit-${code}/` });
    yield {
      path,
      key: keyOf(unit, phone, counts, plan.key),
      shows: plan.shows,
      view: () => ({ page: "unit", unit, phone, counts, list: plan.list() }),
    };
    yield* plan.pages;
  }
}

export function* topicPages(city: City): Generator<PlannedPage> {
  const topics = topicLinks(city);
  yield { path: "/topics/", key: keyOf(topics), shows: [], view: () => ({ page: "topics", topics }) };
  for (const { slug, name, description } of city.frame.topics) {
    const own = city.byTopic.get(slug);
    if (!own) continue;
    const path = `/topics/${slug}/`;
    const plan = planList(own, { name: `${name}：公开的答复`, home: path, first: `/replies/topic-${slug}/` });
    yield {
      path,
      key: keyOf(slug, name, description, plan.key),
      shows: plan.shows,
      view: () => ({ page: "topic", topic: { slug, name }, description, list: plan.list() }),
    };
    yield* plan.pages;
  }
}
