import { listDataFiles, DATA_FIELDS } from "../artefacts/open-data.ts";
import type { DocumentLine, Page } from "#domain/view/page-view.ts";
import type { CityLines } from "./city-lines.ts";
import { topicLinks, yearLinks } from "./city-lines.ts";
import { begunYears, yearTotal } from "./year-pages.ts";

const LATEST = 12;
const HOME_DOCUMENTS = 5;

function documentLines({ city }: CityLines): DocumentLine[] {
  return city.documents.map(({ path, title, kind, issuer, docNumber, publishedAt }) => ({
    path,
    title,
    kind,
    issuer,
    docNumber,
    publishedAt,
  }));
}

function homePage(lines: CityLines): Page {
  const [current] = begunYears(lines);
  return {
    path: "/",
    view: {
      page: "home",
      statistics: current ? yearTotal(current, lines.city.schemes) : null,
      latest: lines.all.slice(0, LATEST),
      topics: topicLinks(lines),
      years: yearLinks(lines),
      documents: documentLines(lines).slice(0, HOME_DOCUMENTS),
    },
  };
}

export function* documentPages(lines: CityLines): Generator<Page> {
  yield { path: "/documents/", view: { page: "documents", documents: documentLines(lines) } };
  for (const document of lines.city.documents) yield { path: document.path, view: { page: "document", document } };
}

/** "2025、2026" for each scheme in use, newest first. */
function schemesInUse({ city }: CityLines) {
  return city.schemes.flatMap((scheme) => {
    const years = city.years.filter((year) => year.tallies.some((tally) => tally.schemeId === scheme.id));
    return years.length === 0
      ? []
      : [
          {
            years: years
              .map(({ year }) => `${year} 年`)
              .toReversed()
              .join("、"),
            scheme,
          },
        ];
  });
}

export function* sitePages(lines: CityLines): Generator<Page> {
  const { city } = lines;
  yield homePage(lines);
  yield {
    path: "/search/",
    view: {
      page: "search",
      years: [
        ...new Set([...lines.byYear.keys(), ...city.documents.map((item) => Number(item.publishedAt.slice(0, 4)))]),
      ].toSorted((a, b) => b - a),
      units: city.units
        .filter((unit) => lines.byUnit.has(unit.code))
        .map(({ code, name, fullName }) => ({ code, name, fullName })),
      topics: city.topics.filter((topic) => lines.byTopic.has(topic.slug)).map(({ slug, name }) => ({ slug, name })),
    },
  };
  yield { path: "/about/", view: { page: "about", schemes: schemesInUse(lines) } };
  yield { path: "/data/", view: { page: "data", files: listDataFiles(city), fields: DATA_FIELDS } };
  yield { path: "/404.html", view: { page: "not_found" } };
}
