import { byNewest, toMatterLine } from "#domain/view/matter-line.ts";
import type { CountedLink, MatterLine } from "#domain/view/page-view.ts";
import type { PublicCity } from "#domain/view/public-city.ts";
import type { PublicMatter } from "#domain/view/public-reply.ts";

/** The city once more, as the lists of lines that many pages share. Made once in a release. */
export type CityLines = {
  readonly city: PublicCity;
  /** Newest first. */
  readonly all: readonly MatterLine[];
  readonly byYear: ReadonlyMap<number, readonly MatterLine[]>;
  readonly byUnit: ReadonlyMap<string, readonly MatterLine[]>;
  readonly byTopic: ReadonlyMap<string, readonly MatterLine[]>;
  readonly matters: readonly PublicMatter[];
};

function groupByEach(lines: readonly MatterLine[], keysOf: (line: MatterLine) => readonly string[]) {
  const groups = new Map<string, MatterLine[]>();
  for (const line of lines) {
    for (const key of new Set(keysOf(line))) {
      const group = groups.get(key);
      if (group) group.push(line);
      else groups.set(key, [line]);
    }
  }
  return groups;
}

export function toCityLines(city: PublicCity): CityLines {
  const matters = city.years.flatMap((year) => year.matters);
  const all = matters.map(toMatterLine).toSorted(byNewest);
  return {
    city,
    all,
    byYear: Map.groupBy(all, (line) => line.year),
    byUnit: groupByEach(all, (line) => line.units.map((unit) => unit.code)),
    byTopic: groupByEach(all, (line) => (line.topic ? [line.topic.slug] : [])),
    matters,
  };
}

/** Links with counts; what counts nothing has no page and is left out (no empty columns). */
export function yearLinks({ city, byYear }: CityLines): CountedLink[] {
  return city.years
    .filter((year) => year.tallies.some((tally) => tally.motions > 0))
    .map(({ year }) => ({ name: `${year} 年`, path: `/${year}/`, count: byYear.get(year)?.length ?? 0 }));
}

export function unitLinks({ city, byUnit }: CityLines): (CountedLink & { readonly kind: string })[] {
  return city.units
    .filter((unit) => byUnit.has(unit.code))
    .map(({ code, name, kind }) => ({ name, path: `/units/${code}/`, count: byUnit.get(code)?.length ?? 0, kind }));
}

export function topicLinks({ city, byTopic }: CityLines): (CountedLink & { readonly description: string })[] {
  return city.topics
    .filter((topic) => byTopic.has(topic.slug))
    .map(({ slug, name, description }) => ({
      name,
      description,
      path: `/topics/${slug}/`,
      count: byTopic.get(slug)?.length ?? 0,
    }));
}
