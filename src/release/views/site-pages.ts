import type { PageView } from "#domain/view/page-view.ts";
import { listDataFields, listDataFiles } from "../artefacts/data-files.ts";
import { planFeeds } from "../artefacts/write-feeds.ts";
import { keyOf } from "../plan/key.ts";
import type { City } from "./city.ts";
import { toDocumentLine } from "./document-line.ts";
import { homePage } from "./home-page.ts";
import type { PlannedPage } from "./item.ts";

/** A page with a small view, made at once. */
function planPage(path: string, view: PageView, shows: readonly string[] = []): PlannedPage {
  return { path, key: keyOf(view), shows, view: () => view };
}

export function* documentPages(city: City): Generator<PlannedPage> {
  yield planPage("/documents/", { page: "documents", documents: city.frame.documents.map(toDocumentLine) });
  for (const document of city.frame.documents) yield planPage(document.path, { page: "document", document });
  for (const tombstone of city.frame.goneDocuments)
    yield planPage(tombstone.path, { page: "document_tombstone", tombstone });
}

/** "2025、2026" for each scheme in use, newest first. */
function schemesInUse({ frame, years }: City) {
  return frame.schemes.flatMap((scheme) => {
    const using = years.filter((year) => year.tallies.some((tally) => tally.schemeId === scheme.id));
    const names = using.map(({ year }) => `${year} 年`).toReversed();
    return using.length === 0 ? [] : [{ years: names.join("、"), scheme }];
  });
}

function dataPage(city: City): PlannedPage {
  const { dataLicence: licence } = city.frame.settings;
  const feeds = planFeeds(city).map(({ head }) => ({
    name: head.title.replace(`${city.site.siteName}：`, ""),
    path: `/${head.name}`,
  }));
  const files = listDataFiles(city);
  const { place: _, ...offer } = city.offer ?? { place: "" };
  return planPage("/data/", {
    page: "data",
    files,
    fields: listDataFields(),
    feeds,
    licence,
    offer: "path" in offer ? offer : null,
  });
}

function* searchPages({ frame, byYear, byUnit, byTopic }: City): Generator<PlannedPage> {
  const documentYears = frame.documents.map((item) => Number(item.publishedAt.slice(0, 4)));
  const years = [...new Set([...byYear.keys(), ...documentYears])].toSorted((a, b) => b - a);
  const topics = frame.topics.filter((topic) => byTopic.has(topic.slug)).map(({ slug, name }) => ({ slug, name }));
  const units = frame.units
    .filter((unit) => byUnit.has(unit.code))
    .map(({ code, name, fullName }) => ({ code, name, fullName }));
  yield planPage("/search/", { page: "search", years, units, topics });
  yield planPage("/follow-search/", { page: "follow_search", years, units, topics });
  yield planPage("/about/search/", { page: "about_search" });
}

export function* sitePages(city: City): Generator<PlannedPage> {
  yield homePage(city);
  yield* searchPages(city);
  yield planPage("/about/", { page: "about", schemes: schemesInUse(city) });
  yield dataPage(city);
  yield planPage("/verify/", { page: "verify" });
  yield planPage("/404.html", { page: "not_found" });
}
