import type { PageView, SiteFrame } from "#domain/view/page-view.ts";
import type { SiteWriter } from "../assemble/site-writer.ts";
import { NotPublishable } from "../errors.ts";
import type { Changes } from "../plan/changes.ts";
import type { MatterSource } from "../project/matter-source.ts";
import { toPageTasks, type ShareTask } from "../team/tasks.ts";
import { type Lines, listShown, type MatterItem, toBeside } from "../views/matter-pages.ts";
import type { Renderer } from "./renderer.ts";

/** Pages with their view as index.json beside them (design §8). */
const WITH_JSON = new Set<PageView["page"]>([
  "matter",
  "tombstone",
  "unit",
  "topic",
  "year",
  "document",
  "document_tombstone",
  "figures",
  "trends",
  "register",
  "register_parts",
  "register_index",
  "follow_ups",
  "commitments",
  "changes",
]);

function fileOf(path: string): string {
  const file = path.endsWith("/") ? `${path}index.html` : path;
  return file.slice(1);
}

export type PageWork = {
  readonly site: SiteFrame;
  readonly lines: Lines;
  readonly renderer: Renderer;
  readonly writer: SiteWriter;
  readonly source: MatterSource;
  /** Notes which motions a file shows, before it is written. */
  readonly note: (file: string, shows: readonly string[]) => void;
  readonly onPage: (done: number) => Promise<void>;
};

/** @param json what lies beside the page, if anything does */
async function writePage(
  { site, renderer, writer, note }: PageWork,
  path: string,
  view: PageView,
  shows: readonly string[],
  json: string | undefined,
): Promise<void> {
  // Astro knows the page of a miss as /404/.
  const at = view.page === "not_found" ? "/404/" : path;
  const html = await renderer.render({ site, path: at, view }).catch((error: unknown) => {
    throw new NotPublishable(`${path}：${error instanceof Error ? error.message : String(error)}`);
  });
  note(fileOf(path), shows);
  await writer.put(fileOf(path), html);
  if (json === undefined) return;
  const beside = `${path.slice(1)}index.json`;
  note(beside, shows);
  await writer.put(beside, json);
}

/** Pages of matters, all of them public. */
export async function writeMatterPages(work: PageWork, items: readonly MatterItem[], doneBefore = 0): Promise<void> {
  let at = 0;
  for await (const { matter, json } of work.source.getTexts(items.map(({ id }) => id))) {
    const item = items[at++] as MatterItem;
    const beside = toBeside(item, work.lines);
    // JSON.stringify of the view, of which the letter is there already.
    const view = `{"page":"matter","matter":${json.toString()},${JSON.stringify(beside).slice(1)}\n`;
    await writePage(work, matter.path, { page: "matter", matter, ...beside }, listShown(item), view);
    await work.onPage(doneBefore + at);
  }
}

/** Renders what changed and leaves out what is no more. */
export async function writePages(work: PageWork, changes: Changes, share?: ShareTask): Promise<void> {
  let done = 0;
  if (share) for (const task of toPageTasks(changes.matters, work.lines)) void share(task);
  for (const path of changes.removed) {
    await work.writer.drop(fileOf(path));
    if (path.endsWith("/")) await work.writer.drop(`${path.slice(1)}index.json`);
  }
  for (const { path, view, shows } of changes.pages) {
    const shown = view();
    await writePage(work, path, shown, shows, WITH_JSON.has(shown.page) ? `${JSON.stringify(shown)}\n` : undefined);
    await work.onPage(++done);
  }
  if (share) return;
  await writeMatterPages(
    work,
    changes.matters.map(({ item }) => item),
    done,
  );
}
