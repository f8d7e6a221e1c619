import type { CountedLink, SiteFrame, UnitsView } from "#domain/view/page-view.ts";
import type { PublicOutcome } from "#domain/view/public-reply.ts";
import { DATA_SIZES, type DataSizes } from "../artefacts/data-sizes.ts";
import type { Offer } from "../bundle/offer.ts";
import { keyOf } from "../plan/key.ts";
import type { Frame } from "../project/project-frame.ts";
import { toNewestFirst, type ShownMatter, type ShownYear } from "../plan/shown.ts";

/** Everything public, as the lists that pages are made of. Made once in a release. */
export type City = {
  readonly frame: Frame;
  readonly site: SiteFrame;
  /** Newest first. */
  readonly years: readonly ShownYear[];
  /** Those that have begun: at least one motion was handed out. */
  readonly begun: readonly ShownYear[];
  /** Lists of matters are newest first. */
  readonly all: readonly ShownMatter[];
  readonly byId: ReadonlyMap<string, ShownMatter>;
  readonly byYear: ReadonlyMap<number, readonly ShownMatter[]>;
  readonly byUnit: ReadonlyMap<string, readonly ShownMatter[]>;
  readonly byTopic: ReadonlyMap<string, readonly ShownMatter[]>;
  /** By `toClassName`: a letter alone says nothing (domain reference §1.4). */
  readonly byClass: ReadonlyMap<string, readonly ShownMatter[]>;
  /** An offline copy that may be offered with it. */
  readonly offer: Offer | undefined;
  readonly sizes: DataSizes;
  /** Of the units as they are called. */
  readonly unitsKey: string;
};

function groupByEach(matters: readonly ShownMatter[], keysOf: (matter: ShownMatter) => readonly string[]) {
  const groups = new Map<string, ShownMatter[]>();
  for (const matter of matters) {
    for (const key of new Set(keysOf(matter))) {
      const group = groups.get(key);
      if (group) group.push(matter);
      else groups.set(key, [matter]);
    }
  }
  return groups;
}

/** Name of a class among those of all schemes. */
export function toClassName(schemeName: string, code: string): string {
  return `${schemeName}/${code}`;
}

/** In one pass, for there are many, and the same few classes stand in all of them. */
function groupByClass(all: readonly ShownMatter[]): ReadonlyMap<string, readonly ShownMatter[]> {
  const groups = new Map<string, ShownMatter[]>();
  const groupOf = new Map<PublicOutcome, ShownMatter[]>();
  for (const matter of all) {
    for (const outcome of matter.line.outcomes) {
      let group = groupOf.get(outcome);
      if (!group) {
        const name = toClassName(outcome.schemeName, outcome.code);
        group = groups.get(name) ?? [];
        groups.set(name, group);
        groupOf.set(outcome, group);
      }
      if (group.at(-1) !== matter) group.push(matter);
    }
  }
  return groups;
}

function toSite({ settings }: Frame, origin: string, latestYear: number | null): SiteFrame {
  const { siteName, city, sponsor, operator, contactPhone, siteCode, icp, policeRecord } = settings;
  const { agencyMarkUrl, reportErrorUrl, ipv6 } = settings;
  const identity = { siteName, city, sponsor, operator, contactPhone, siteCode, icp, policeRecord };
  return { ...identity, agencyMarkUrl, reportErrorUrl, ipv6, origin, latestYear };
}

type CityExtras = { readonly offer?: Offer | undefined; readonly sizes?: DataSizes | undefined };

/** @param origin of the site without a slash at the end, or "" */
export function toCity(
  frame: Frame,
  years: readonly ShownYear[],
  origin: string,
  { offer, sizes = DATA_SIZES }: CityExtras = {},
): City {
  const all = toNewestFirst(years.flatMap((year) => year.matters));
  const begun = years.filter((year) => year.tallies.some((tally) => tally.motions > 0));
  return {
    frame,
    site: toSite(frame, origin, begun[0]?.year ?? null),
    years,
    begun,
    all,
    byId: new Map(all.map((matter) => [matter.id, matter])),
    byYear: Map.groupBy(all, ({ line }) => line.year),
    byUnit: groupByEach(all, ({ line }) => line.units.map((unit) => unit.code)),
    byTopic: groupByEach(all, ({ line }) => (line.topic ? [line.topic.slug] : [])),
    byClass: groupByClass(all),
    offer,
    sizes,
    unitsKey: keyOf(frame.units),
  };
}

/** Links with counts; what counts nothing has no page and is left out (no empty columns). */
export function yearLinks({ begun, byYear }: City): CountedLink[] {
  return begun.map(({ year }) => ({ name: `${year} 年`, path: `/${year}/`, count: byYear.get(year)?.length ?? 0 }));
}

export function unitLinks({ frame, byUnit }: City): UnitsView["units"][number][] {
  return frame.units
    .filter((unit) => byUnit.has(unit.code))
    .map(({ code, name, kind }) => ({ name, path: `/units/${code}/`, count: byUnit.get(code)?.length ?? 0, kind }));
}

export function topicLinks({ frame, byTopic }: City): (CountedLink & { readonly description: string })[] {
  return frame.topics
    .filter((topic) => byTopic.has(topic.slug))
    .map(({ slug, name, description }) => ({
      name,
      description,
      path: `/topics/${slug}/`,
      count: byTopic.get(slug)?.length ?? 0,
    }));
}
