import { sortHits } from "#domain/search/hit.ts";
import { createFinder } from "#site/search/find-hits.ts";
import { PAGE_SIZE } from "#site/search/session.ts";

/** One query as the search page answers it: all results found, the texts of the first page loaded. */
export type Measured = {
  readonly paths: readonly string[];
  readonly ms: number;
  /** Until the first result is there to be shown. */
  readonly firstMs: number;
};
type Measure = (q: string) => Promise<Measured>;

declare global {
  interface Window {
    measure?: Measure;
  }
}

const finder = createFinder(document.body.dataset["folder"] ?? "/search-index/");

window.measure = async (q) => {
  const start = performance.now();
  const found = await finder.findHits(await finder.read(q), []);
  const rows = sortHits(found.hits).map(({ row }) => row);
  const shown = rows.slice(0, PAGE_SIZE).map(finder.loadEntry);
  await shown[0];
  const firstMs = performance.now() - start;
  await Promise.all(shown);
  const ms = performance.now() - start;
  return { paths: rows.map(({ path }) => path), ms, firstMs };
};
