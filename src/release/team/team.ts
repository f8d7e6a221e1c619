import { availableParallelism } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { SiteWriter } from "../assemble/site-writer.ts";
import { NotPublishable } from "../errors.ts";
import { buildRenderer } from "../render/renderer.ts";
import type { Inspector } from "../scan/inspector.ts";
import type { Answer, Fault, Order, Start } from "./messages.ts";
import type { Done, Kit, ShareTask, Task } from "./tasks.ts";

const MOST_MEMBERS = 4;
const MOST_TASKS = 1 << 14;
const YOUNG_MB = 64;
/** Enough for the largest shard and the largest year several times over; it keeps the collector at work. */
const OLD_MB = 1024;
const LOOK_EVERY_MS = 2000;

type Waiting = { readonly resolve: (done: Done) => void; readonly reject: (error: Error) => void };

function toError({ name, message, code }: Fault): Error {
  if (name === "NotPublishable") return new NotPublishable(message);
  return Object.assign(new Error(message), code === undefined ? {} : { code });
}

/**
 * Threads that make parts of a release side by side. Each task goes to all of them and is done by the first that takes
 * it, so that none waits for this thread, which is busy itself. What a task makes depends on nothing but the task.
 */
export class Team {
  readonly #taken = new Int32Array(new SharedArrayBuffer(MOST_TASKS * 4));
  readonly #members: Worker[] = [];
  readonly #waiting = new Map<number, Waiting>();
  readonly #shared: Promise<unknown>[] = [];
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

  /** Starts the threads, which load the pages while this one goes on. One processor has none to share with. */
  async start(base: string): Promise<void> {
    const most = availableParallelism();
    if (most < 2) return;
    const renderer = (await buildRenderer(base)).href;
    const start: Start = { renderer, base, taken: this.#taken };
    for (let count = Math.min(Math.max(2, most - 1), MOST_MEMBERS); count > 0; count--) this.#add(start);
  }

  #add(start: Start): void {
    const member = new Worker(new URL("./member.ts", import.meta.url), {
      workerData: start,
      // Pages leave much behind that is needed no more: collected seldom, little of it is left to move.
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB, maxOldGenerationSizeMb: OLD_MB },
    });
    member.on("message", (answer: Answer) => this.#hear(answer));
    member.on("error", (error) => this.#fail(error instanceof Error ? error : new Error(String(error))));
    member.on("exit", () => this.#fail(new Error("Failed to release: a thread ended early")));
    this.#members.push(member);
  }

  #hear(answer: Answer): void {
    if (answer.kind === "pages") {
      this.#pages += answer.pages;
      return;
    }
    const waiting = this.#waiting.get(answer.number);
    this.#waiting.delete(answer.number);
    if (answer.kind === "done") waiting?.resolve(answer.done);
    else waiting?.reject(toError(answer.fault));
  }

  #fail(error: Error): void {
    this.#broken ??= error;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }

  #tell(order: Order): void {
    for (const member of this.#members) member.postMessage(order);
  }

  equip(kit: Kit): void {
    this.#tell({ kind: "kit", kit });
  }

  async #do(task: Task): Promise<Done> {
    const number = this.#tasks++;
    if (number >= MOST_TASKS) throw new Error("Failed to release: too many tasks");
    if (this.#broken) throw this.#broken;
    if (!this.isReady) throw new Error("Failed to release: there are no threads");
    return await new Promise<Done>((resolve, reject) => {
      this.#waiting.set(number, { resolve, reject });
      this.#tell({ kind: "task", number, task });
    });
  }

  /** Gives tasks to the threads; the writer and inspector of this one take over what they made and found. */
  toShare(writer: SiteWriter, inspector: Inspector): ShareTask {
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

  /** Resolves when all that was shared is done; the first failure is thrown. */
  async settle(onWait: () => Promise<void>): Promise<void> {
    const all = Promise.all(this.#shared);
    const over = all.then(
      () => true,
      () => true,
    );
    while (!(await Promise.race([over, wait(LOOK_EVERY_MS, false)]))) await onWait();
    await all;
  }

  async close(): Promise<void> {
    for (const member of this.#members) member.removeAllListeners("exit");
    await Promise.all(this.#members.splice(0).map(async (member) => await member.terminate()));
  }
}
