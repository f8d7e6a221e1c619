import type { ShardIndex } from "#domain/search/catalogue.ts";
import type { MatterLine, SiteFrame } from "#domain/view/page-view.ts";
import type { PlannedShard } from "../artefacts/write-search.ts";
import type { YearTask } from "../artefacts/year-lines.ts";
import type { MadePart } from "../assemble/site-writer.ts";
import { partOf } from "../assemble/parts.ts";
import type { KeptMatters } from "../project/kept-matters.ts";
import type { Suspect } from "../scan/confirm.ts";
import type { SharedNeedles } from "../scan/needles.ts";
import { type Lines, type MatterItem, type MatterPage, pickLines } from "../views/matter-pages.ts";

/** Files that need nothing from any other task. */
export type Task =
  | {
      readonly kind: "pages";
      readonly pages: readonly MatterItem[];
      /** Of the matters that stand beside others on these pages. */
      readonly lines: ReadonlyMap<string, MatterLine>;
    }
  | { readonly kind: "year"; readonly part: YearTask }
  | (PlannedShard & { readonly kind: "shard"; readonly texts: ReadonlyMap<string, readonly string[]> });

/** What every thread needs to know. */
export type Kit = {
  /** Of the unfinished release, of the site in it, and of the parts that releases share. */
  readonly folder: string;
  readonly siteFolder: string;
  readonly store: string;
  readonly mattersFile: string;
  readonly places: KeptMatters["places"];
  readonly needles: SharedNeedles;
  readonly site: SiteFrame;
  /** Origin and base path of its addresses. */
  readonly address: string;
};

export type Done = {
  readonly parts: readonly MadePart[];
  readonly suspects: readonly Suspect[];
  /** Of a shard. */
  readonly index: ShardIndex | undefined;
};

/** Has a task done by another thread; the index of a shard. */
export type ShareTask = (task: Task) => Promise<ShardIndex | undefined>;

/** A task for each part of the site, with the lines that its pages show: those of all matters would fill each thread. */
export function toPageTasks(pages: readonly MatterPage[], lines: Lines): Task[] {
  const parts = Map.groupBy(pages, ({ matter }) => partOf(matter.line.path.slice(1)));
  return [...parts.values()].map((ofPart): Task => {
    const items = ofPart.map(({ item }) => item);
    return { kind: "pages", pages: items, lines: pickLines(items, lines) };
  });
}
