import { keyOf } from "../plan/key.ts";
import type { City } from "./city.ts";
import { topicLinks, unitLinks } from "./city.ts";
import { countYears } from "./count-years.ts";
import type { PlannedPage } from "./item.ts";
import { planList } from "./long-list.ts";

export function* unitPages(city: City): Generator<PlannedPage> {
  const units = unitLinks(city);
  yield { path: "/units/", key: keyOf(units), shows: [], view: () => ({ page: "units", units }) };
  for (const { code, name, fullName, phone } of city.frame.units) {
    const own = city.byUnit.get(code);
    if (!own) continue;
    const path = `/units/${code}/`;
    const unit = { code, name, fullName };
    const counts = countYears(own, code);
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
    const counts = countYears(own);
    const plan = planList(own, { name: `${name}：公开的答复`, home: path, first: `/replies/topic-${slug}/` });
    yield {
      path,
      key: keyOf(slug, name, description, counts, plan.key),
      shows: plan.shows,
      view: () => ({ page: "topic", topic: { slug, name }, description, counts, list: plan.list() }),
    };
    yield* plan.pages;
  }
}
