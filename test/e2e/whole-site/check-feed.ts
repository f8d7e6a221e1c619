import { SaxesParser } from "saxes";
import { parseAtomFeed, parseJsonFeed } from "feedsmith";

const DAY_AND_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/;
const isAddress = (text: string | undefined): boolean => text !== undefined && URL.canParse(text);

/** What another hand reads in a feed, and where it falls short of its specification. */
export type CheckedFeed = { readonly ids: readonly (string | undefined)[]; readonly faults: readonly string[] };

/** RFC 4287: what a feed (4.1.1) and an entry (4.1.2) must hold; dates by RFC 3339 (3.3). Read as XML by saxes too. */
function checkAtom(text: string): CheckedFeed {
  const faults: string[] = [];
  const xml = new SaxesParser({ xmlns: true });
  xml.on("error", (error) => faults.push(error.message));
  xml.write(text).close();
  const { id, title, updated, links = [], authors = [], entries = [] } = parseAtomFeed(text);
  const demand = (holds: boolean, what: string) => void (holds || faults.push(what));
  demand(isAddress(id) && Boolean(title) && DAY_AND_TIME.test(String(updated)), "id, title, updated");
  demand(links.filter(({ rel }) => rel === "self").length === 1, "one link to itself");
  demand(
    authors.some(({ name }) => Boolean(name)),
    "author",
  );
  for (const entry of entries) {
    demand(isAddress(entry.id) && Boolean(entry.title), `${entry.id}: id, title`);
    demand(DAY_AND_TIME.test(String(entry.updated)), `${entry.id}: updated`);
    demand(Boolean(entry.content) || Boolean(entry.links?.some(({ rel }) => rel === "alternate")), `${entry.id}: link`);
  }
  return { ids: entries.map((entry) => entry.id), faults };
}

/** JSON Feed 1.1: version, title, items; of an item its id and content. */
function checkJson(text: string): CheckedFeed {
  const faults: string[] = [];
  const { version } = JSON.parse(text) as { version?: string };
  const { title, home_page_url, feed_url, items = [] } = parseJsonFeed(text);
  const demand = (holds: boolean, what: string) => void (holds || faults.push(what));
  demand(version === "https://jsonfeed.org/version/1.1" && Boolean(title), "version, title");
  demand(isAddress(home_page_url) && isAddress(feed_url), "addresses");
  for (const item of items) {
    demand(Boolean(item.id) && Boolean(item.content_text ?? item.content_html), `${item.id}: id, content`);
    const days = [item.date_published, item.date_modified].filter((day) => day !== undefined);
    demand(
      days.every((day) => DAY_AND_TIME.test(day)),
      `${item.id}: dates`,
    );
  }
  return { ids: items.map((item) => item.id), faults };
}

export function checkFeed(file: string, text: string): CheckedFeed {
  return file.endsWith(".xml") ? checkAtom(text) : checkJson(text);
}
