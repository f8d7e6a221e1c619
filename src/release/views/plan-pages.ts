import type { City } from "./city.ts";
import type { PlannedPage } from "./item.ts";
import { browsePages } from "./browse-pages.ts";
import { topicPages, unitPages } from "./list-pages.ts";
import { tombstonePages } from "./matter-pages.ts";
import { documentPages, sitePages } from "./site-pages.ts";
import { commitmentPages, followUpPages } from "./aftercare-pages.ts";
import { changesPage } from "./changes-page.ts";
import { figurePages } from "./figure-pages.ts";
import { registerPages } from "./register-pages.ts";
import { yearPages } from "./year-pages.ts";

/** Every page of the site but those of matters, which are many. */
export function* planPages(city: City): Generator<PlannedPage> {
  yield* sitePages(city);
  yield* yearPages(city);
  yield* figurePages(city);
  yield* registerPages(city);
  yield* followUpPages(city);
  yield* commitmentPages(city);
  yield changesPage(city);
  yield* browsePages(city);
  yield* unitPages(city);
  yield* topicPages(city);
  yield* documentPages(city);
  yield* tombstonePages(city);
}
