import type { OutcomeCount, Page } from "#domain/view/page-view.ts";
import type { MatterLine } from "#domain/view/page-view.ts";
import type { CityLines } from "./city-lines.ts";
import { topicLinks, unitLinks, yearLinks } from "./city-lines.ts";

const PER_PAGE = 50;

export function* browsePages(lines: CityLines): Generator<Page> {
  const pages = Math.max(1, Math.ceil(lines.all.length / PER_PAGE));
  const links = { years: yearLinks(lines), units: unitLinks(lines), topics: topicLinks(lines) };
  for (let page = 1; page <= pages; page++) {
    yield {
      path: page === 1 ? "/replies/" : `/replies/${page}/`,
      view: {
        page: "browse",
        lines: lines.all.slice((page - 1) * PER_PAGE, page * PER_PAGE),
        pager: { page, pages, first: "/replies/", total: lines.all.length },
        ...links,
      },
    };
  }
}

function countOutcomes(code: string, lines: readonly MatterLine[]): OutcomeCount[] {
  const counts = new Map<string, OutcomeCount>();
  for (const line of lines) {
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

export function* unitPages(lines: CityLines): Generator<Page> {
  yield { path: "/units/", view: { page: "units", units: unitLinks(lines) } };
  for (const { code, name, fullName, phone } of lines.city.units) {
    const own = lines.byUnit.get(code);
    if (!own) continue;
    const years = [...Map.groupBy(own, (line) => line.year)].toSorted(([a], [b]) => b - a);
    const counts = years.map(([year, group]) => ({
      year,
      published: group.length,
      outcomes: countOutcomes(code, group),
    }));
    yield {
      path: `/units/${code}/`,
      view: { page: "unit", unit: { code, name, fullName }, phone, counts, lines: own },
    };
  }
}

export function* topicPages(lines: CityLines): Generator<Page> {
  yield { path: "/topics/", view: { page: "topics", topics: topicLinks(lines) } };
  for (const { slug, name, description } of lines.city.topics) {
    const own = lines.byTopic.get(slug);
    if (own)
      yield { path: `/topics/${slug}/`, view: { page: "topic", topic: { slug, name }, description, lines: own } };
  }
}
