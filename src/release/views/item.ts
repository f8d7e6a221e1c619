import type { PageView } from "#domain/view/page-view.ts";

/**
 * A page that is not a matter's: known by its key before its view is made, and made only where the key is a new one.
 * `shows` are the motions whose words stand on it.
 */
export type PlannedPage = {
  readonly path: string;
  readonly key: string;
  readonly shows: readonly string[];
  readonly view: () => PageView;
};
