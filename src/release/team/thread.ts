import { Worker } from "node:worker_threads";
import { NotPublishable } from "../errors.ts";
import type { Answer, Fault, Fulfilled, Order, Start, Wish } from "./messages.ts";

const YOUNG_MB = 64;
/** Enough for the largest shard twice over; it keeps the collector at work. */
const OLD_MB = 640;

type Waiting = { readonly resolve: (done: Fulfilled[Wish["kind"]]) => void; readonly reject: (error: Error) => void };

function toError({ name, message, code }: Fault): Error {
  if (name === "NotPublishable") return new NotPublishable(message);
  return Object.assign(new Error(message), code === undefined ? {} : { code });
}

/** Another thread, asked by messages; what it was asked before it ended fails. */
export class Thread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;
  #ended: Error | undefined;

  constructor(start: Start, onPages: (more: number) => void) {
    this.#worker = new Worker(new URL("./member.ts", import.meta.url), {
      workerData: start,
      // Pages leave much behind that is needed no more: collected seldom, little of it is left to move.
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB, maxOldGenerationSizeMb: OLD_MB },
    });
    this.#worker.on("message", (answer: Answer) => {
      if (answer.kind === "pages") onPages(answer.pages);
      else this.#hear(answer);
    });
    this.#worker.on("error", (error) => this.#end(error instanceof Error ? error : new Error(String(error))));
    this.#worker.on("exit", () => this.#end(new Error("Failed to release: a thread ended early")));
  }

  /** Asked and not answered yet. */
  get atHand(): number {
    return this.#waiting.size;
  }

  #hear(answer: Exclude<Answer, { kind: "pages" }>): void {
    const waiting = this.#waiting.get(answer.number);
    this.#waiting.delete(answer.number);
    if (answer.kind === "done") waiting?.resolve(answer.done);
    else waiting?.reject(toError(answer.fault));
  }

  #end(error: Error): void {
    this.#ended ??= error;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }

  /** In the order asked. */
  async ask<W extends Wish>(wish: W): Promise<Fulfilled[W["kind"]]> {
    if (this.#ended) throw this.#ended;
    return await new Promise((resolve, reject) => {
      const number = this.#asked++;
      this.#waiting.set(number, { resolve: (done) => resolve(done as Fulfilled[W["kind"]]), reject });
      const order: Order = { number, wish };
      this.#worker.postMessage(order);
    });
  }

  async close(): Promise<void> {
    this.#worker.removeAllListeners("exit");
    await this.#worker.terminate();
    this.#end(new Error("Failed to release: it ended before a thread did"));
  }
}
