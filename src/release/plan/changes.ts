import type { City } from "../views/city.ts";
import type { PlannedPage } from "../views/item.ts";
import { findTouchedTopics, matterPages, type MatterPage } from "../views/matter-pages.ts";
import { planPages } from "../views/plan-pages.ts";
import { type ChangedYears, findChangedYears } from "./changed-years.ts";
import type { Plan, PlannedMatter } from "./plan.ts";
import type { ShownYear } from "./shown.ts";

export type Why = "new" | "changed" | "gone";
export type Explained = { readonly path: string; readonly why: Why };

/** What is to be rendered and what is to be left out; everything else is as it was. */
export type Changes = {
  readonly pages: readonly PlannedPage[];
  readonly matters: readonly MatterPage[];
  /** Addresses of pages that are no more. */
  readonly removed: readonly string[];
  /** Of every page that is no matter's. */
  readonly keys: ReadonlyMap<string, string>;
  /** Of the matters whose page was looked at again. */
  readonly matterKeys: ReadonlyMap<string, string>;
  readonly explained: readonly Explained[];
  /** All pages of the site. */
  readonly count: number;
};

export type Before = {
  readonly plan: Plan;
  readonly matters: ReadonlyMap<string, PlannedMatter>;
  /** Every page is made anew though all is known: something that stands on each of them changed. */
  readonly isStale: boolean;
};

export function toBefore(plan: Plan, site: string): Before {
  const matters = new Map(plan.years.flatMap((year) => year.matters.map((matter) => [matter.id, matter])));
  return { plan, matters, isStale: plan.site !== site };
}

function comparePages(city: City, before: Before | undefined) {
  const keys = new Map<string, string>();
  const pages: PlannedPage[] = [];
  const explained: Explained[] = [];
  for (const page of planPages(city)) {
    keys.set(page.path, page.key);
    const known = before?.plan.keys[page.path];
    if (known === page.key && before?.isStale === false) continue;
    pages.push(page);
    explained.push({ path: page.path, why: known === undefined ? "new" : "changed" });
  }
  return { keys, pages, explained };
}

/** Letters name documents, so that any of their pages may show a new one. */
function areDocumentsSame(keys: ReadonlyMap<string, string>, { plan }: Before): boolean {
  const listOf = (entries: Iterable<readonly [string, string]>) =>
    JSON.stringify([...entries].filter(([path]) => path.startsWith("/documents/")).toSorted());
  return listOf(keys) === listOf(Object.entries(plan.keys));
}

function compareMatters(
  city: City,
  before: Before | undefined,
  keysOfPages: ReadonlyMap<string, string>,
  years: ChangedYears,
) {
  const isEvery = !before || before.isStale || !areDocumentsSame(keysOfPages, before);
  const topics = isEvery ? new Set([null, ...city.byTopic.keys()]) : findTouchedTopics(city, before.matters, years);
  const keys = new Map<string, string>();
  const matters: MatterPage[] = [];
  const explained: Explained[] = [];
  for (const page of matterPages(city, topics)) {
    const { matter, key } = page;
    keys.set(matter.id, key);
    const known = before?.matters.get(matter.id);
    if (known?.pageKey === key && before?.isStale === false) continue;
    matters.push(page);
    explained.push({ path: matter.line.path, why: known ? "changed" : "new" });
  }
  return { keys, matters, explained };
}

/** Addresses of pages; artefacts have keys too, without a slash in front. */
const isPage = (path: string) => path.startsWith("/");

export function findChanges(city: City, before: Before | undefined): Changes {
  const pages = comparePages(city, before);
  const years = findChangedYears(city.years, before?.plan.years ?? []);
  const matters = compareMatters(city, before, pages.keys, years);
  const pathsOf = (some: readonly ShownYear[]) => some.flatMap((year) => year.matters.map(({ line }) => line.path));
  const live = new Set(pathsOf(years.now));
  const known = [...Object.keys(before?.plan.keys ?? {}).filter(isPage), ...pathsOf(years.before)];
  const removed = known.filter((path) => !pages.keys.has(path) && !live.has(path));
  return {
    pages: pages.pages,
    // In the order of the tables, so that what is read together lies together.
    matters: matters.matters.toSorted((a, b) => (a.matter.id < b.matter.id ? -1 : 1)),
    removed,
    keys: pages.keys,
    matterKeys: matters.keys,
    explained: [...pages.explained, ...matters.explained, ...removed.map((path): Explained => ({ path, why: "gone" }))],
    count: pages.keys.size + city.all.length,
  };
}
