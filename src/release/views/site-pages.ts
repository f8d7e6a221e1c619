import type { DocumentLine, PageView } from "#domain/view/page-view.ts";
import { DATA_FIELDS, listDataFiles } from "../artefacts/open-data.ts";
import { keyOf } from "../plan/key.ts";
import type { City } from "./city.ts";
import { topicLinks, yearLinks } from "./city.ts";
import type { PlannedPage } from "./item.ts";
import { yearTotal } from "./year-pages.ts";

const LATEST = 12;
const HOME_DOCUMENTS = 5;

/** A page with a small view, made at once. */
function planPage(path: string, view: PageView, shows: readonly string[] = []): PlannedPage {
  return { path, key: keyOf(view), shows, view: () => view };
}

function documentLines({ frame }: City): DocumentLine[] {
  return frame.documents.map(({ path, title, kind, issuer, docNumber, publishedAt }) => ({
    path,
    title,
    kind,
    issuer,
    docNumber,
    publishedAt,
  }));
}

function homePage(city: City): PlannedPage {
  const [current] = city.begun;
  const latest = city.all.slice(0, LATEST);
  const view: PageView = {
    page: "home",
    statistics: current ? yearTotal(current, city.frame.schemes) : null,
    latest: latest.map(({ line }) => line),
    topics: topicLinks(city),
    years: yearLinks(city),
    documents: documentLines(city).slice(0, HOME_DOCUMENTS),
  };
  return planPage(
    "/",
    view,
    latest.map(({ id }) => id),
  );
}

export function* documentPages(city: City): Generator<PlannedPage> {
  yield planPage("/documents/", { page: "documents", documents: documentLines(city) });
  for (const document of city.frame.documents) yield planPage(document.path, { page: "document", document });
}

/** "2025、2026" for each scheme in use, newest first. */
function schemesInUse({ frame, years }: City) {
  return frame.schemes.flatMap((scheme) => {
    const using = years.filter((year) => year.tallies.some((tally) => tally.schemeId === scheme.id));
    const names = using.map(({ year }) => `${year} 年`).toReversed();
    return using.length === 0 ? [] : [{ years: names.join("、"), scheme }];
  });
}

function searchPage({ frame, byYear, byUnit, byTopic }: City): PlannedPage {
  const documentYears = frame.documents.map((item) => Number(item.publishedAt.slice(0, 4)));
  return planPage("/search/", {
    page: "search",
    years: [...new Set([...byYear.keys(), ...documentYears])].toSorted((a, b) => b - a),
    units: frame.units
      .filter((unit) => byUnit.has(unit.code))
      .map(({ code, name, fullName }) => ({ code, name, fullName })),
    topics: frame.topics.filter((topic) => byTopic.has(topic.slug)).map(({ slug, name }) => ({ slug, name })),
  });
}

export function* sitePages(city: City): Generator<PlannedPage> {
  yield homePage(city);
  yield searchPage(city);
  yield planPage("/about/", { page: "about", schemes: schemesInUse(city) });
  yield planPage("/data/", { page: "data", files: listDataFiles(city.years), fields: DATA_FIELDS });
  yield planPage("/verify/", { page: "verify" });
  yield planPage("/404.html", { page: "not_found" });
}
