import type { PageView } from "#domain/view/page-view.ts";
import type { SiteWriter } from "../assemble/site-writer.ts";
import { NotPublishable } from "../errors.ts";
import type { Changes } from "../plan/changes.ts";
import type { MatterSource } from "../project/matter-source.ts";
import type { City } from "../views/city.ts";
import type { Renderer } from "./renderer.ts";

/** Pages with their view as index.json beside them (design §8). */
const WITH_JSON = new Set<PageView["page"]>([
  "matter",
  "tombstone",
  "unit",
  "topic",
  "year",
  "document",
  "figures",
  "trends",
  "register",
  "register_index",
  "follow_ups",
  "commitments",
  "changes",
]);

function fileOf(path: string): string {
  const file = path.endsWith("/") ? `${path}index.html` : path;
  return file.slice(1);
}

type Work = {
  readonly city: City;
  readonly renderer: Renderer;
  readonly writer: SiteWriter;
  readonly source: MatterSource;
  /** Notes which motions a file shows, before it is written. */
  readonly note: (file: string, shows: readonly string[]) => void;
  readonly onPage: (done: number) => Promise<void>;
};

async function writePage(
  { city, renderer, writer, note }: Work,
  path: string,
  view: PageView,
  shows: readonly string[],
) {
  // Astro knows the page of a miss as /404/.
  const at = view.page === "not_found" ? "/404/" : path;
  const html = await renderer.render({ site: city.site, path: at, view }).catch((error: unknown) => {
    throw new NotPublishable(`${path}：${error instanceof Error ? error.message : String(error)}`);
  });
  const json = `${path.slice(1)}index.json`;
  note(fileOf(path), shows);
  await writer.put(fileOf(path), html);
  if (!WITH_JSON.has(view.page)) return;
  note(json, shows);
  await writer.put(json, `${JSON.stringify(view)}\n`);
}

/** Renders what changed and leaves out what is no more. */
export async function writePages(work: Work, changes: Changes): Promise<void> {
  let done = 0;
  for (const path of changes.removed) {
    await work.writer.drop(fileOf(path));
    if (path.endsWith("/")) await work.writer.drop(`${path.slice(1)}index.json`);
  }
  for (const { path, view, shows } of changes.pages) {
    await writePage(work, path, view(), shows);
    await work.onPage(++done);
  }
  const ids = changes.matters.map(({ matter }) => matter.id);
  let at = 0;
  for await (const matter of work.source.get(ids)) {
    const { beside, shows } = changes.matters[at++] as Changes["matters"][number];
    await writePage(work, matter.path, { page: "matter", matter, ...beside }, shows);
    await work.onPage(++done);
  }
}
