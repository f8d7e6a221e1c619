import type { City } from "./city.ts";
import type { PlannedPage } from "./item.ts";
import { browsePages, topicPages, unitPages } from "./list-pages.ts";
import { tombstonePages } from "./matter-pages.ts";
import { documentPages, sitePages } from "./site-pages.ts";
import { yearPages } from "./year-pages.ts";

/** Every page of the site but those of matters, which are many. */
export function* planPages(city: City): Generator<PlannedPage> {
  yield* sitePages(city);
  yield* yearPages(city);
  yield* browsePages(city);
  yield* unitPages(city);
  yield* topicPages(city);
  yield* documentPages(city);
  yield* tombstonePages(city);
}
