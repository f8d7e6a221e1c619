import { availableParallelism } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { returnMemory } from "#db/return-memory.ts";
import type { SiteWriter } from "../assemble/site-writer.ts";
import { NotPublishable } from "../errors.ts";
import { buildRenderer, type Renderer } from "../render/renderer.ts";
import type { Inspector } from "../scan/inspector.ts";
import { Maker } from "./maker.ts";
import { type Answer, type Fault, GROWTH_MB, type Order, type Start } from "./messages.ts";
import type { Done, Kit, ShareTask, Task } from "./tasks.ts";

const MOST_MEMBERS = 4;
const YOUNG_MB = 64;
/** Enough for the largest shard and the lines of a large city twice over; it keeps the collector at work. */
const OLD_MB = 640;
const LOOK_EVERY_MS = 2000;
/** Tasks that a thread has at hand, so that it need not wait for this one, which is busy itself. */
const AT_HAND = 2;

type Waiting = {
  readonly task: Task;
  readonly resolve: (done: Done) => void;
  readonly reject: (error: Error) => void;
};
type Member = { readonly worker: Worker; readonly making: Map<number, Waiting> };

function toError({ name, message, code }: Fault): Error {
  if (name === "NotPublishable") return new NotPublishable(message);
  return Object.assign(new Error(message), code === undefined ? {} : { code });
}

/**
 * Threads that make parts of a release side by side; this one helps when it has nothing else to do. What a task makes
 * depends on nothing but the task.
 */
export class Team {
  readonly #members: Member[] = [];
  readonly #queue: Waiting[] = [];
  readonly #shared: Promise<unknown>[] = [];
  #kit: Kit | undefined;
  #stopReturning: (() => void) | undefined;
  #inspector: Inspector | undefined;
  #broken: Error | undefined;
  #tasks = 0;
  #pages = 0;

  get isReady(): boolean {
    return this.#members.length > 0;
  }

  /** Pages rendered so far. */
  get pages(): number {
    return this.#pages;
  }

  readonly #notePages = (more: number): void => {
    this.#pages += more;
  };

  /** Starts the threads, which load the pages while this one goes on. One processor has none to share with. */
  async start(base: string): Promise<void> {
    const others = availableParallelism() - 1;
    if (others === 0) return;
    this.#stopReturning = returnMemory(GROWTH_MB);
    const start: Start = { renderer: (await buildRenderer(base)).href, base };
    for (let count = Math.min(others, MOST_MEMBERS); count > 0; count--) this.#add(start);
  }

  #add(start: Start): void {
    const worker = new Worker(new URL("./member.ts", import.meta.url), {
      workerData: start,
      // Pages leave much behind that is needed no more: collected seldom, little of it is left to move.
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB, maxOldGenerationSizeMb: OLD_MB },
    });
    const member: Member = { worker, making: new Map() };
    worker.on("message", (answer: Answer) => this.#hear(member, answer));
    worker.on("error", (error) => this.#fail(error instanceof Error ? error : new Error(String(error))));
    worker.on("exit", () => this.#fail(new Error("Failed to release: a thread ended early")));
    this.#members.push(member);
  }

  #hear(member: Member, answer: Answer): void {
    if (answer.kind === "pages") {
      this.#notePages(answer.pages);
      return;
    }
    const waiting = member.making.get(answer.number);
    member.making.delete(answer.number);
    if (answer.kind === "done") waiting?.resolve(answer.done);
    else waiting?.reject(this.#break(toError(answer.fault)));
    this.#feed(member);
  }

  #feed(member: Member): void {
    while (member.making.size < AT_HAND) {
      const waiting = this.#next();
      if (!waiting) return;
      const number = this.#tasks++;
      member.making.set(number, waiting);
      const order: Order = { kind: "task", number, task: waiting.task };
      member.worker.postMessage(order);
    }
  }

  #next(): Waiting | undefined {
    return this.#broken ? undefined : this.#queue.shift();
  }

  #break(error: Error): Error {
    this.#broken ??= error;
    return error;
  }

  #fail(error: Error): void {
    this.#break(error);
    for (const { making } of this.#members) for (const { reject } of making.values()) reject(error);
  }

  equip(kit: Kit): void {
    this.#kit = kit;
    const order: Order = { kind: "kit", kit };
    for (const { worker } of this.#members) worker.postMessage(order);
  }

  async #do(task: Task): Promise<Done> {
    if (this.#broken) throw this.#broken;
    if (!this.isReady) throw new Error("Failed to release: there are no threads");
    return await new Promise<Done>((resolve, reject) => {
      this.#queue.push({ task, resolve, reject });
      for (const member of this.#members) this.#feed(member);
    });
  }

  /** Gives tasks to the threads; the writer and inspector of this one take over what they made and found. */
  toShare(writer: SiteWriter, inspector: Inspector): ShareTask {
    this.#inspector = inspector;
    return async (task) => {
      const making = this.#do(task).then(async ({ parts, suspects, index }) => {
        await writer.takeOver(parts);
        inspector.addSuspects(suspects);
        return index;
      });
      this.#shared.push(making);
      // Told by `settle`.
      making.catch(() => undefined);
      return await making;
    };
  }

  /** Does here what no thread has begun. */
  async #help(renderer: Renderer, onDone: () => Promise<void>): Promise<void> {
    if (!this.#kit) return;
    const maker = new Maker(this.#kit, renderer, this.#notePages, this.#inspector);
    try {
      for (let waiting = this.#next(); waiting; waiting = this.#next()) {
        await maker.do(waiting.task).then(waiting.resolve, (error: Error) => waiting.reject(this.#break(error)));
        await onDone();
      }
    } finally {
      maker.close();
    }
  }

  /** Helps until all that was shared is done; the first failure is thrown. */
  async settle(renderer: Renderer, onStep: () => Promise<void>): Promise<void> {
    await this.#help(renderer, onStep);
    const all = Promise.all(this.#shared);
    const over = all.then(
      () => true,
      () => true,
    );
    while (!(await Promise.race([over, wait(LOOK_EVERY_MS, false)]))) await onStep();
    await all;
  }

  async close(): Promise<void> {
    this.#stopReturning?.();
    for (const { worker } of this.#members) worker.removeAllListeners("exit");
    await Promise.all(this.#members.splice(0).map(async ({ worker }) => await worker.terminate()));
  }
}
