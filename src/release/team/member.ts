import { openSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import type { ShardIndex } from "#domain/search/catalogue.ts";
import { writeSearchPart } from "../artefacts/write-search.ts";
import { writeYear } from "../artefacts/write-year-data.ts";
import { SiteWriter } from "../assemble/site-writer.ts";
import { KeptMatters } from "../project/kept-matters.ts";
import { MatterSource } from "../project/matter-source.ts";
import { openRenderer } from "../render/renderer.ts";
import { writeMatterPages } from "../render/write-pages.ts";
import { Inspector } from "../scan/inspector.ts";
import { NeedleFinder, Needles } from "../scan/needles.ts";
import { toSimplifiedForms } from "../search-index/han-forms.ts";
import type { Answer, Order, Start } from "./messages.ts";
import type { Done, Kit, Task } from "./tasks.ts";
import { toMatterItem } from "./tasks.ts";

const { renderer: folder, base, taken } = workerData as Start;
const opening = openRenderer(new URL(folder), base);
const answer = (message: Answer): void => parentPort?.postMessage(message);
const PAGES_AT_ONCE = 50;
/** About: a filter of the right size is one layer. */
const GRAMS_OF_A_MATTER = 1000;

function countMatters(task: Task): number {
  if (task.kind === "pages") return task.pages.length;
  return task.kind === "year" ? task.matters.length : task.plan.records.length;
}

class Member {
  readonly #kit: Kit;
  readonly #source: MatterSource;
  readonly #inspector: Inspector;
  #forms: ReadonlyMap<string, string> | undefined;

  constructor(kit: Kit) {
    this.#kit = kit;
    const kept = new KeptMatters(openSync(kit.mattersFile, "r"), kit.places);
    this.#source = new MatterSource(kept, async () => []);
    this.#inspector = new Inspector(new NeedleFinder(Needles.fromShared(kit.needles)));
  }

  async #make(task: Task, writer: SiteWriter): Promise<ShardIndex | undefined> {
    const work = { source: this.#source, writer, note: this.#inspector.note };
    if (task.kind === "shard") {
      this.#forms ??= toSimplifiedForms();
      return await writeSearchPart(work, task, this.#forms, ({ id }) => task.texts.get(id) ?? []);
    }
    if (task.kind === "year") {
      const yearWork = { ...work, before: undefined, siteBefore: undefined, base: this.#kit.address };
      await writeYear(yearWork, task.year, task.matters);
      return undefined;
    }
    const onPage = async (done: number) => {
      if (done % PAGES_AT_ONCE === 0) answer({ kind: "pages", pages: PAGES_AT_ONCE });
    };
    const { site, lines } = this.#kit;
    const items = task.pages.map((page) => toMatterItem(page, lines));
    await writeMatterPages({ ...work, site, renderer: await opening, onPage }, items);
    return undefined;
  }

  async do(task: Task): Promise<Done> {
    const { folder: unfinished, siteFolder, store } = this.#kit;
    const expected = countMatters(task) * GRAMS_OF_A_MATTER;
    const writer = new SiteWriter(unfinished, siteFolder, store, [], this.#inspector.inspect, expected);
    const index = await this.#make(task, writer);
    return { parts: writer.handOver(), suspects: this.#inspector.takeSuspects(), index };
  }
}

let member: Member | undefined;

async function follow(order: Order): Promise<void> {
  if (order.kind === "kit") {
    member = new Member(order.kit);
    return;
  }
  const { number, task } = order;
  if (!member || Atomics.compareExchange(taken, number, 0, 1) !== 0) return;
  try {
    answer({ kind: "done", number, done: await member.do(task) });
  } catch (error) {
    const { name, message, code }: NodeJS.ErrnoException = error instanceof Error ? error : new Error(String(error));
    answer({ kind: "failed", number, fault: { name, message, code } });
  }
}

let line = Promise.resolve();
parentPort?.on("message", (order: Order) => {
  line = line.then(async () => await follow(order));
});
