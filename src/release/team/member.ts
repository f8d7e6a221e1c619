import { parentPort, workerData } from "node:worker_threads";
import { returnMemory } from "#db/return-memory.ts";
import { openRenderer } from "../render/renderer.ts";
import { Maker } from "./maker.ts";
import { type Answer, GROWTH_MB, type Order, type Start } from "./messages.ts";

const { renderer, base } = workerData as Start;
const opening = openRenderer(new URL(renderer), base);
const answer = (message: Answer): void => parentPort?.postMessage(message);

let maker: Maker | undefined;
returnMemory(GROWTH_MB);

async function follow(order: Order): Promise<void> {
  if (order.kind === "kit") {
    maker = new Maker(order.kit, await opening, (pages) => answer({ kind: "pages", pages }));
    return;
  }
  const { number, task } = order;
  if (!maker) return;
  try {
    answer({ kind: "done", number, done: await maker.do(task) });
  } catch (error) {
    const { name, message, code }: NodeJS.ErrnoException = error instanceof Error ? error : new Error(String(error));
    answer({ kind: "failed", number, fault: { name, message, code } });
  }
}

let line = Promise.resolve();
parentPort?.on("message", (order: Order) => {
  line = line.then(async () => await follow(order));
});
