import type { Page, PageView, SiteFrame } from "#domain/view/page-view.ts";
import type { FileWriter } from "../write-files.ts";
import type { Renderer } from "./renderer.ts";

/** Pages with their view as index.json beside them (design §8). */
const WITH_JSON = new Set<PageView["page"]>(["matter", "tombstone", "unit", "topic", "year", "document"]);

function fileOf(path: string): string {
  return path.endsWith("/") ? `${path}index.html` : path;
}

/** Renders every page and hands it to the writer; calls `onPage` after each. Returns the addresses in order. */
export async function writePages(
  pages: Iterable<Page>,
  site: SiteFrame,
  renderer: Renderer,
  files: FileWriter,
  onPage: (done: number) => Promise<void>,
): Promise<string[]> {
  const paths: string[] = [];
  for (const { path, view } of pages) {
    // Astro knows the page of a miss as /404/.
    const html = await renderer.render({ site, path: view.page === "not_found" ? "/404/" : path, view });
    await files.write(fileOf(path), html);
    if (WITH_JSON.has(view.page)) await files.write(`${path}index.json`, `${JSON.stringify(view)}\n`);
    paths.push(path);
    await onPage(paths.length);
  }
  return paths;
}
