import { parseQuery } from "#domain/search/query.ts";
import { createFinder } from "#site/search/find-hits.ts";
import { PAGE_SIZE } from "#site/search/session.ts";

/** One query as the search page answers it: all results found, the texts of the first page loaded. */
export type Measured = { readonly paths: readonly string[]; readonly ms: number; readonly bytes: number };
type Measure = (q: string, years: readonly number[]) => Promise<Measured>;

declare global {
  interface Window {
    measure?: Measure;
  }
}

const finder = createFinder(document.body.dataset["folder"] ?? "/pagefind/");
performance.setResourceTimingBufferSize(100_000);

window.measure = async (q, years) => {
  const start = performance.now();
  const hits = await finder.findHits(parseQuery(q), years);
  await Promise.all(hits.slice(0, PAGE_SIZE).map(finder.loadEntry));
  const ms = performance.now() - start;
  const entries = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
  performance.clearResourceTimings();
  return {
    paths: hits.map(({ row }) => row.path),
    ms,
    bytes: entries.reduce((sum, entry) => sum + entry.transferSize, 0),
  };
};
