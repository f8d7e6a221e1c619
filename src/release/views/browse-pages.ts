import { DISCLOSURE_LABELS } from "#domain/disclosure/disclosure.ts";
import { KIND_WORDS, MOTION_KINDS } from "#domain/motion/kind.ts";
import type { BrowseView, CountedLink } from "#domain/view/page-view.ts";
import { keyOf } from "../plan/key.ts";
import type { ShownMatter } from "../plan/shown.ts";
import type { City } from "./city.ts";
import { toClassName, topicLinks, unitLinks, yearLinks } from "./city.ts";
import type { PlannedPage } from "./item.ts";
import { planList } from "./long-list.ts";

const ALL = "/replies/";
const MODES = ["full", "summary", "redacted"] as const;

/** One value of a facet that has a page of its own, so that it can be browsed without a script. */
type Facet = {
  readonly group: string;
  readonly name: string;
  readonly title: string;
  readonly path: string;
  readonly note: string | null;
  readonly matters: readonly ShownMatter[];
};

function kindFacets({ all }: City): Facet[] {
  return MOTION_KINDS.map((kind) => {
    const { longLabel, slug } = KIND_WORDS[kind];
    const matters = all.filter(({ line }) => line.kind === kind);
    return { group: "类别", name: longLabel, title: `${longLabel}的答复`, path: `${ALL}${slug}/`, note: null, matters };
  });
}

/** By the classes of each scheme, for a letter alone says nothing (domain reference §1.4). */
function classFacets({ frame, byClass }: City): Facet[] {
  return frame.schemes.flatMap((scheme) =>
    scheme.classes.map(({ code, label, definition }, at): Facet => {
      const matters = byClass.get(toClassName(scheme.name, code)) ?? [];
      const years = [...new Set(matters.map(({ line }) => line.year))].toSorted();
      const span = years.length > 1 ? `${years[0]}—${years.at(-1)}年` : `${years[0] ?? ""}年`;
      return {
        group: "办理结果",
        name: `${code}类 ${label}（${span}）`,
        title: `${code}类：${label}（${span}口径）`,
        path: `${ALL}class-${scheme.id}-${at + 1}/`,
        note: `${scheme.name}，${code}类：${definition}。列出的是现在的类别，续办续复后改过的按改后的算。`,
        matters,
      };
    }),
  );
}

function modeFacets({ all }: City): Facet[] {
  return MODES.map((mode) => {
    const matters = all.filter(({ line }) => line.mode === mode);
    const name = DISCLOSURE_LABELS[mode];
    const note = mode === "full" ? null : "公开的是摘要，或者隐去了依法不予公开的内容，每一件都写明依据。";
    return { group: "公开方式", name, title: `${name}的答复`, path: `${ALL}${mode}/`, note, matters };
  });
}

function keyFacet({ all }: City): Facet {
  const matters = all.filter(({ line }) => line.keyItem);
  return { group: "重点", name: "重点办理", title: "重点办理的建议和提案", path: `${ALL}key/`, note: null, matters };
}

/** Those that hold nothing have no page (no empty columns). */
function listFacets(city: City): Facet[] {
  const all = [...kindFacets(city), ...classFacets(city), ...modeFacets(city), keyFacet(city)];
  return all.filter(({ matters }) => matters.length > 0);
}

type Group = BrowseView["groups"][number];

function toGroups(facets: readonly Facet[]): Group[] {
  return [...Map.groupBy(facets, ({ group }) => group)].map(([name, items]) => ({
    name,
    links: items.map((item): CountedLink => ({ name: item.name, path: item.path, count: item.matters.length })),
  }));
}

/** All public replies, and those of each facet. */
export function* browsePages(city: City): Generator<PlannedPage> {
  const facets = listFacets(city);
  const groups = toGroups(facets);
  const others = [
    { name: "年份", links: yearLinks(city) },
    { name: "主题", links: topicLinks(city).map(({ name, path, count }) => ({ name, path, count })) },
    { name: "单位", links: unitLinks(city).map(({ name, path, count }) => ({ name, path, count })) },
  ];
  const whole = { title: "全部公开的答复", path: ALL, note: null, matters: city.all, groups: [...groups, ...others] };
  for (const { title, path, note, matters, ...item } of [whole, ...facets]) {
    // The page of a facet leads to the others of its kind and back; years, topics and units stand on the first page.
    const own = "groups" in item ? item.groups : groups;
    const plan = planList(matters, { name: title, home: path, first: path });
    yield {
      path,
      key: keyOf(title, note, plan.key, own),
      shows: plan.shows,
      view: () => ({ page: "browse", title, path, note, list: plan.list(), groups: own }),
    };
    yield* plan.pages;
  }
}
