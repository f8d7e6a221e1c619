import { availableParallelism } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import { returnMemory } from "#db/return-memory.ts";
import type { SiteWriter } from "../assemble/site-writer.ts";
import type { OpenReading, ReadMotions } from "../plan/read-batch.ts";
import type { Facts } from "../plan/same-facts.ts";
import { buildRenderer, type Renderer } from "../render/renderer.ts";
import type { Inspector } from "../scan/inspector.ts";
import { Needles } from "../scan/needles.ts";
import type { Striking } from "../scan/strike-needles.ts";
import { Maker } from "./maker.ts";
import { GROWTH_MB, type Start } from "./messages.ts";
import type { Done, Kit, ShareTask, Task } from "./tasks.ts";
import { Thread } from "./thread.ts";

const MOST_THREADS = 4;
const LOOK_EVERY_MS = 2000;
/** What a thread is asked for at a time, so that it need not wait for this one, which is busy itself. */
const AT_HAND = 2;

type Waiting = {
  readonly task: Task;
  readonly resolve: (done: Done) => void;
  readonly reject: (error: Error) => void;
};

/**
 * Threads that make parts of a release side by side; this one helps when it has nothing else to do. What a task makes
 * depends on nothing but the task.
 */
export class Team {
  readonly #threads: Thread[] = [];
  readonly #queue: Waiting[] = [];
  readonly #shared: Promise<unknown>[] = [];
  #kit: Kit | undefined;
  #stopReturning: (() => void) | undefined;
  #inspector: Inspector | undefined;
  #broken: Error | undefined;
  #pages = 0;

  get isReady(): boolean {
    return this.#threads.length > 0;
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
    for (let count = Math.min(others, MOST_THREADS); count > 0; count--)
      this.#threads.push(new Thread(start, this.#notePages));
  }

  /** Each thread twice, so that it need not wait for this one. */
  toReaders(facts: Facts): OpenReading[] {
    return this.#threads.flatMap((thread) => {
      const opening = thread.ask({ kind: "open", facts });
      const read: ReadMotions = async (ids) => await thread.ask({ kind: "read", ids });
      return Array.from({ length: AT_HAND }, () => async () => ((await opening) ? read : undefined));
    });
  }

  async strike(striking: Striking): Promise<Needles> {
    const [thread] = this.#threads;
    if (!thread) throw new Error("Failed to release: there are no threads");
    return Needles.fromShared(await thread.ask({ kind: "strike", striking }));
  }

  #feed(thread: Thread): void {
    while (thread.atHand < AT_HAND) {
      const waiting = this.#next();
      if (!waiting) return;
      thread
        .ask({ kind: "make", task: waiting.task })
        .then(waiting.resolve, (error: Error) => waiting.reject(this.#break(error)))
        .finally(() => this.#feed(thread));
    }
  }

  #next(): Waiting | undefined {
    return this.#broken ? undefined : this.#queue.shift();
  }

  /** The first failure, which made the others. */
  #break(error: Error): Error {
    this.#broken ??= error;
    return this.#broken;
  }

  equip(kit: Kit): void {
    this.#kit = kit;
    for (const thread of this.#threads)
      thread.ask({ kind: "equip", kit }).then(
        () => this.#feed(thread),
        (error: Error) => this.#break(error),
      );
  }

  async #do(task: Task): Promise<Done> {
    if (this.#broken) throw this.#broken;
    if (!this.isReady) throw new Error("Failed to release: there are no threads");
    return await new Promise<Done>((resolve, reject) => {
      this.#queue.push({ task, resolve, reject });
      for (const thread of this.#threads) this.#feed(thread);
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
    await Promise.all(this.#threads.splice(0).map(async (thread) => await thread.close()));
  }
}
