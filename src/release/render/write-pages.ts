import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Page, PageView, SiteFrame } from "#domain/view/page-view.ts";
import type { Renderer } from "./renderer.ts";

/** Pages with their view as index.json beside them (design §8). */
const WITH_JSON = new Set<PageView["page"]>(["matter", "tombstone", "unit", "topic", "year", "document"]);

export async function writeText(folder: string, path: string, text: string): Promise<void> {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

function fileOf(path: string): string {
  return path.endsWith("/") ? `${path}index.html` : path;
}

/** Renders every page into the folder; calls `onPage` after each. Returns the addresses in order. */
export async function writePages(
  pages: Iterable<Page>,
  site: SiteFrame,
  renderer: Renderer,
  folder: string,
  onPage: (done: number) => Promise<void>,
): Promise<string[]> {
  const paths: string[] = [];
  for (const { path, view } of pages) {
    // Astro knows the page of a miss as /404/.
    const html = await renderer.render({ site, path: view.page === "not_found" ? "/404/" : path, view });
    await writeText(folder, fileOf(path), html);
    if (WITH_JSON.has(view.page)) await writeText(folder, `${path}index.json`, `${JSON.stringify(view)}\n`);
    paths.push(path);
    await onPage(paths.length);
  }
  return paths;
}
