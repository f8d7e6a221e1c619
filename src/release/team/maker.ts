import { closeSync, openSync } from "node:fs";
import type { ShardIndex } from "#domain/search/catalogue.ts";
import { writeSearchPart } from "../artefacts/write-search.ts";
import { writeYear } from "../artefacts/write-year-data.ts";
import { SiteWriter } from "../assemble/site-writer.ts";
import { KeptMatters } from "../project/kept-matters.ts";
import { MatterSource } from "../project/matter-source.ts";
import type { Renderer } from "../render/renderer.ts";
import { writeMatterPages } from "../render/write-pages.ts";
import { Inspector } from "../scan/inspector.ts";
import { NeedleFinder, Needles } from "../scan/needles.ts";
import { toSimplifiedForms } from "../search-index/han-forms.ts";
import type { Done, Kit, Task } from "./tasks.ts";

const PAGES_AT_ONCE = 50;
/** About: a filter of the right size is one layer. */
const GRAMS_OF_A_MATTER = 1000;

function countMatters(task: Task): number {
  if (task.kind === "pages") return task.pages.length;
  return task.kind === "year" ? task.part.matters.length : task.plan.records.length;
}

/** Makes tasks in whatever thread this is: the files depend on the task alone. */
export class Maker {
  readonly #kit: Kit;
  readonly #renderer: Renderer;
  readonly #onPages: (more: number) => void;
  readonly #matters: number;
  readonly #source: MatterSource;
  readonly #inspector: Inspector;
  #forms: ReadonlyMap<string, string> | undefined;

  /** @param onPages told now and then how many pages more were rendered @param inspector of this thread, if it has one */
  constructor(kit: Kit, renderer: Renderer, onPages: (more: number) => void, inspector?: Inspector) {
    this.#kit = kit;
    this.#renderer = renderer;
    this.#onPages = onPages;
    this.#matters = openSync(kit.mattersFile, "r");
    this.#source = new MatterSource(new KeptMatters(this.#matters, kit.places), async () => []);
    this.#inspector = inspector ?? new Inspector(new NeedleFinder(Needles.fromShared(kit.needles)));
  }

  close(): void {
    closeSync(this.#matters);
  }

  async #make(task: Task, writer: SiteWriter): Promise<ShardIndex | undefined> {
    const { site, address } = this.#kit;
    const work = { source: this.#source, writer, note: this.#inspector.note };
    if (task.kind === "shard") {
      this.#forms ??= toSimplifiedForms();
      return await writeSearchPart(work, task, this.#forms, ({ id }) => task.texts.get(id) ?? []);
    }
    if (task.kind === "year") {
      await writeYear({ ...work, before: undefined, base: address }, task.part);
      return undefined;
    }
    const onPage = async (done: number) => {
      if (done % PAGES_AT_ONCE === 0) this.#onPages(PAGES_AT_ONCE);
    };
    await writeMatterPages({ ...work, site, lines: task.lines, renderer: this.#renderer, onPage }, task.pages);
    return undefined;
  }

  async do(task: Task): Promise<Done> {
    const { folder, siteFolder, store } = this.#kit;
    const expected = countMatters(task) * GRAMS_OF_A_MATTER;
    const writer = new SiteWriter(folder, siteFolder, store, [], this.#inspector.inspect, expected);
    const index = await this.#make(task, writer);
    return { parts: writer.handOver(), suspects: this.#inspector.takeSuspects(), index };
  }
}
