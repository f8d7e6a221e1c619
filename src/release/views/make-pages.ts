import type { Page } from "#domain/view/page-view.ts";
import type { CityLines } from "./city-lines.ts";
import { browsePages, topicPages, unitPages } from "./list-pages.ts";
import { matterPages } from "./matter-pages.ts";
import { documentPages, sitePages } from "./site-pages.ts";
import { yearPages } from "./year-pages.ts";

/** Every page of the site with its view, one at a time. */
export function* makePages(lines: CityLines): Generator<Page> {
  yield* sitePages(lines);
  yield* yearPages(lines);
  yield* browsePages(lines);
  yield* unitPages(lines);
  yield* topicPages(lines);
  yield* documentPages(lines);
  yield* matterPages(lines);
}
