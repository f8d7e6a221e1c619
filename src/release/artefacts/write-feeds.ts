import { KIND_WORDS } from "#domain/motion/kind.ts";
import { keyOf } from "../plan/key.ts";
import type { ShownMatter } from "../plan/shown.ts";
import { hasChanged, listChanges } from "../views/changes-page.ts";
import type { City } from "../views/city.ts";
import { toClassName, topicLinks, unitLinks } from "../views/city.ts";
import { toAtom, toJsonFeed, type Feed } from "./feed-formats.ts";
import { toChangeItem, toFeedItem } from "./feed-items.ts";
import { type ArtefactWork, isKept } from "./work.ts";

/** Entries of a feed; whoever wants all takes the data. */
const NEWEST = 50;

type Head = Pick<Feed, "name" | "title" | "home">;
/** A feed before its entries are made. */
type Planned = { readonly head: Head; readonly feed: () => Feed; readonly shows: readonly string[] };

function ofMatters({ site }: City, head: Head, matters: readonly ShownMatter[]): Planned {
  const newest = matters.slice(0, NEWEST);
  const feed = () => ({ ...head, author: site.sponsor, items: newest.map(toFeedItem), gone: [] });
  return { head, feed, shows: newest.map(({ id }) => id) };
}

/** A class in the words of its scheme; its feed is named by the letter's place in Unicode, since 甲 is no file name everywhere. */
function* classFeeds(city: City): Generator<Planned> {
  const classes = [...city.byClass].flatMap(([name, matters]) => {
    const outcomes = matters[0]?.line.outcomes ?? [];
    const outcome = outcomes.find(({ schemeName, code }) => toClassName(schemeName, code) === name);
    if (!outcome) return [];
    const { code, label, schemeName } = outcome;
    const scheme = city.frame.schemes.find((item) => item.name === schemeName);
    const key = `${scheme?.id ?? "scheme"}-${[...code].map((sign) => sign.codePointAt(0)?.toString(16)).join("")}`;
    return [{ key, title: `${code}类（${label}），${schemeName}`, matters }];
  });
  for (const { key, title, matters } of classes.toSorted((a, b) => (a.key < b.key ? -1 : 1)))
    yield ofMatters(
      city,
      { name: `feeds/class/${key}`, title: `${city.site.siteName}：${title}`, home: "/replies/" },
      matters,
    );
}

function* changeFeeds(city: City): Generator<Planned> {
  const { siteName, sponsor: author } = city.site;
  const shows = city.all.filter(hasChanged).map(({ id }) => id);
  const home = "/changes/";
  const changes = { name: "feeds/changes", title: `${siteName}：更正和撤回`, home };
  const toItems = () =>
    listChanges(city)
      .slice(0, NEWEST * 4)
      .map(toChangeItem);
  yield { head: changes, feed: () => ({ ...changes, author, items: toItems(), gone: [] }), shows };
  const deletions = { name: "feeds/deletions", title: `${siteName}：撤回`, home };
  const toDeletions = (): Feed => {
    const withdrawn = listChanges(city).filter(({ kind }) => kind !== "correction");
    // Every one that ever went, however long ago: whoever comes late still drops his copy. A matter of which one letter went stays.
    const gone = withdrawn
      .filter(({ kind }) => kind !== "reply_withdrawal")
      .map(toChangeItem)
      .map(({ path, updatedAt }) => ({ path, at: updatedAt }));
    return { ...deletions, author, items: withdrawn.map(toChangeItem), gone };
  };
  yield { head: deletions, feed: toDeletions, shows: [] };
}

const planned = new WeakMap<City, readonly Planned[]>();

/** Every list that grows, as a feed: all, by kind, unit, topic and class, and what changed or went. */
export function planFeeds(city: City): readonly Planned[] {
  const known = planned.get(city);
  if (known) return known;
  const feeds = [...eachFeed(city)];
  planned.set(city, feeds);
  return feeds;
}

function* eachFeed(city: City): Generator<Planned> {
  const { siteName } = city.site;
  yield ofMatters(city, { name: "feeds/all", title: `${siteName}：全部答复`, home: "/replies/" }, city.all);
  for (const [kind, own] of Map.groupBy(city.all, ({ line }) => line.kind)) {
    const { slug, longLabel } = KIND_WORDS[kind];
    yield ofMatters(city, { name: `feeds/${slug}`, title: `${siteName}：${longLabel}答复`, home: "/replies/" }, own);
  }
  for (const { name, path } of unitLinks(city)) {
    const code = path.split("/")[2] ?? "";
    yield ofMatters(
      city,
      { name: `feeds/units/${code}`, title: `${siteName}：${name}的答复`, home: path },
      city.byUnit.get(code) ?? [],
    );
  }
  for (const { name, path } of topicLinks(city)) {
    const slug = path.split("/")[2] ?? "";
    yield ofMatters(
      city,
      { name: `feeds/topics/${slug}`, title: `${siteName}：${name}`, home: path },
      city.byTopic.get(slug) ?? [],
    );
  }
  yield* classFeeds(city);
  yield* changeFeeds(city);
}

export async function writeFeeds(work: ArtefactWork): Promise<void> {
  const { city, base, writer, note } = work;
  for (const { feed: make, shows } of planFeeds(city)) {
    const feed = make();
    const key = keyOf(base, feed);
    const forms = [
      [`${feed.name}.xml`, toAtom],
      [`${feed.name}.json`, toJsonFeed],
    ] as const;
    for (const [file, format] of forms) {
      if (isKept(work, file, key)) continue;
      note(file, shows);
      await writer.put(file, format(feed, base));
    }
  }
}
