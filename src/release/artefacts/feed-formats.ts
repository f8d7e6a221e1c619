import { escapeXml } from "./escape-xml.ts";
import type { FeedItem } from "./feed-items.ts";

export type Feed = {
  /** Path inside the site without ending: feeds/all. */
  readonly name: string;
  readonly title: string;
  /** Page of the same list. */
  readonly home: string;
  readonly author: string;
  readonly items: readonly FeedItem[];
  /** Of what is no more: addresses whose copies are to go (RFC 6721). */
  readonly gone: readonly { readonly path: string; readonly at: string }[];
};

/** No feed is older than its newest entry; one without entries carries the day before all of them. */
const NEVER = "2000-01-01T00:00:00+08:00";

function updatedOf({ items, gone }: Feed): string {
  return [NEVER, ...items.map(({ updatedAt }) => updatedAt), ...gone.map(({ at }) => at)].toSorted().at(-1) ?? NEVER;
}

/** An id is an IRI (RFC 4287 §4.2.6): the address where the site knows its own, a name made of the path where not. */
function idOf(path: string, base: string): string {
  return base.startsWith("http") ? base + path : `urn:x-huiyin:${path}`;
}

/** RFC 4287, with the deleted entries of RFC 6721. @param base origin and base path without a slash at the end */
export function toAtom(feed: Feed, base: string): string {
  const text = (name: string, value: string) => `<${name}>${escapeXml(value)}</${name}>`;
  const entries = feed.items.map(
    (item) =>
      `<entry>${text("id", idOf(item.id, base))}${text("title", item.title)}<link rel="alternate" type="text/html" href="${escapeXml(base + item.path)}"/>` +
      `${text("published", item.publishedAt)}${text("updated", item.updatedAt)}${text("summary", item.summary)}` +
      `${item.tags.map((tag) => `<category term="${escapeXml(tag)}"/>`).join("")}</entry>\n`,
  );
  const deleted = feed.gone.map(
    ({ path, at }) => `<at:deleted-entry ref="${escapeXml(idOf(path, base))}" when="${at}"/>\n`,
  );
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0" xml:lang="zh-CN">\n` +
    `${text("id", idOf(`/${feed.name}.xml`, base))}${text("title", feed.title)}${text("updated", updatedOf(feed))}<author>${text("name", feed.author)}</author>\n` +
    `<link rel="self" type="application/atom+xml" href="${escapeXml(`${base}/${feed.name}.xml`)}"/><link rel="alternate" type="text/html" href="${escapeXml(base + feed.home)}"/>\n` +
    `${entries.join("")}${deleted.join("")}</feed>\n`
  );
}

/** JSON Feed 1.1; what is gone is an extension of ours. */
export function toJsonFeed(feed: Feed, base: string): string {
  const items = feed.items.map(({ id, path, title, summary, publishedAt, updatedAt, tags }) => ({
    id: idOf(id, base),
    url: base + path,
    title,
    content_text: summary,
    date_published: publishedAt,
    date_modified: updatedAt,
    tags,
  }));
  const gone = feed.gone.map(({ path, at }) => ({ id: idOf(path, base), deleted_at: at }));
  return `${JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    home_page_url: base + feed.home,
    feed_url: `${base}/${feed.name}.json`,
    language: "zh-CN",
    authors: [{ name: feed.author }],
    items,
    ...(gone.length > 0 ? { _deleted: gone } : {}),
  })}\n`;
}
