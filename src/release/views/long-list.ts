import type { LongList } from "#domain/view/page-view.ts";
import { joinKeys, keyOf } from "../plan/key.ts";
import type { ShownMatter } from "../plan/shown.ts";
import type { PlannedPage } from "./item.ts";

/** Lines of a full part. */
const PART = 100;

/** A long list before its lines are made: what it holds decides the key of the page that carries it. */
export type ListPlan = {
  readonly list: () => LongList;
  readonly key: string;
  readonly shows: readonly string[];
  /** Pages of the full parts. */
  readonly pages: readonly PlannedPage[];
};

const keysOf = (matters: readonly ShownMatter[]) => joinKeys(matters.map((matter) => matter.lineHash));
const idsOf = (matters: readonly ShownMatter[]) => matters.map((matter) => matter.id);
const linesOf = (matters: readonly ShownMatter[]) => matters.map((matter) => matter.line);

/**
 * @param newestFirst all of them
 * @param place name of the list and address of the page that carries it; `first` is where its parts stand
 */
export function planList(
  newestFirst: readonly ShownMatter[],
  place: { readonly name: string; readonly home: string; readonly first: string },
): ListPlan {
  const total = newestFirst.length;
  // The last full part stays with the newest, so that their page is never nearly empty.
  const parts = Math.max(0, Math.floor(total / PART) - 1);
  const newest = newestFirst.slice(0, total - parts * PART);
  const pages = Array.from({ length: parts }, (_, index): PlannedPage => {
    const number = index + 1;
    const newer = number < parts ? number + 1 : null;
    const matters = newestFirst.slice(total - number * PART, total - index * PART);
    return {
      path: `${place.first}${number}/`,
      key: keyOf(place, number, newer, keysOf(matters)),
      // Of most parts nobody asks.
      get shows() {
        return idsOf(matters);
      },
      view: () => ({ page: "part", ...place, number, newer, lines: linesOf(matters) }),
    };
  });
  return {
    list: () => ({ lines: linesOf(newest), total, parts, first: place.first }),
    key: keyOf(place, total, keysOf(newest)),
    shows: idsOf(newest),
    pages,
  };
}
