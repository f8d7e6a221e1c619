import type { ShardIndex } from "#domain/search/catalogue.ts";
import type { DocumentLine, MatterLine, SiteFrame, ThreadLine } from "#domain/view/page-view.ts";
import type { PlannedShard } from "../artefacts/write-search.ts";
import type { YearMatters } from "../artefacts/year-lines.ts";
import type { MadePart } from "../assemble/site-writer.ts";
import { partOf } from "../assemble/parts.ts";
import type { KeptMatters } from "../project/kept-matters.ts";
import type { MatterItem } from "../render/write-pages.ts";
import type { Suspect } from "../scan/confirm.ts";
import type { SharedNeedles } from "../scan/needles.ts";
import type { MatterPage } from "../views/matter-pages.ts";

/** A page of a matter by the ids of those that it names: their lines every thread has. */
type PageItem = {
  readonly id: string;
  readonly thread: readonly (Omit<ThreadLine, "line"> & { readonly id: string })[];
  readonly related: readonly string[];
  readonly documents: readonly DocumentLine[];
};

/** Files that need nothing from any other task. */
export type Task =
  | { readonly kind: "pages"; readonly pages: readonly PageItem[] }
  | { readonly kind: "year"; readonly year: number; readonly matters: YearMatters }
  | (PlannedShard & { readonly kind: "shard"; readonly texts: ReadonlyMap<string, readonly string[]> });

/** What every thread needs to know. */
export type Kit = {
  /** Of the unfinished release, of the site in it, and of the parts that releases share. */
  readonly folder: string;
  readonly siteFolder: string;
  readonly store: string;
  readonly mattersFile: string;
  readonly places: KeptMatters["places"];
  readonly lines: ReadonlyMap<string, MatterLine>;
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

function toPageItem({ matter, shows, beside }: MatterPage): PageItem {
  const others = shows.slice(1);
  const thread = beside.thread.map(({ why, words }, at) => ({ id: others[at] ?? "", why, words }));
  return { id: matter.id, thread, related: others.slice(thread.length), documents: beside.documents };
}

/** A task for each part of the site. */
export function toPageTasks(pages: readonly MatterPage[]): Task[] {
  const parts = Map.groupBy(pages, ({ matter }) => partOf(matter.line.path.slice(1)));
  return [...parts.values()].map((ofPart) => ({ kind: "pages", pages: ofPart.map(toPageItem) }));
}

/** Throws where a line is missing. */
export function toMatterItem(page: PageItem, lines: Kit["lines"]): MatterItem {
  const lineOf = (id: string): MatterLine => {
    const line = lines.get(id);
    if (!line) throw new Error(`Failed to release: no line of ${id}`);
    return line;
  };
  const { id, thread, related, documents } = page;
  return {
    id,
    shows: [id, ...thread.map((item) => item.id), ...related],
    beside: {
      thread: thread.map(({ id: other, why, words }) => ({ line: lineOf(other), why, words })),
      related: related.map(lineOf),
      documents,
    },
  };
}
