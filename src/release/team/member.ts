import { parentPort, workerData } from "node:worker_threads";
import { returnMemory } from "#db/return-memory.ts";
import type { Snapshot } from "#db/snapshot.ts";
import { readBatch } from "../plan/read-batch.ts";
import { type Facts, openSameFacts } from "../plan/same-facts.ts";
import { openRenderer } from "../render/renderer.ts";
import { strikeNeedles } from "../scan/strike-needles.ts";
import { Maker } from "./maker.ts";
import { type Answer, type Fulfilled, GROWTH_MB, type Order, type Start, type Wish } from "./messages.ts";
import type { Kit } from "./tasks.ts";

const { renderer, base } = workerData as Start;
const opening = openRenderer(new URL(renderer), base);
const answer = (message: Answer): void => parentPort?.postMessage(message);

let reading: (Snapshot & Pick<Facts, "frame">) | undefined;
let maker: Maker | undefined;
returnMemory(GROWTH_MB);

function failToFollow(): never {
  throw new Error("Failed to release: a thread was asked before it could");
}

async function open(facts: Facts): Promise<boolean> {
  const snapshot = await openSameFacts(facts);
  reading = snapshot && { ...snapshot, frame: facts.frame };
  return reading !== undefined;
}

async function equip(kit: Kit): Promise<undefined> {
  reading?.close();
  reading = undefined;
  maker = new Maker(kit, await opening, (pages) => answer({ kind: "pages", pages }));
}

async function fulfil(wish: Wish): Promise<Fulfilled[Wish["kind"]]> {
  switch (wish.kind) {
    case "open":
      return await open(wish.facts);
    case "read":
      return reading ? await readBatch(reading.reader, reading.frame, wish.ids) : failToFollow();
    case "strike":
      return (await strikeNeedles(wish.striking)).shared;
    case "equip":
      return await equip(wish.kit);
    case "make":
      return maker ? await maker.do(wish.task) : failToFollow();
  }
}

async function follow({ number, wish }: Order): Promise<void> {
  try {
    answer({ kind: "done", number, done: await fulfil(wish) });
  } catch (error) {
    const { name, message, code }: NodeJS.ErrnoException = error instanceof Error ? error : new Error(String(error));
    answer({ kind: "failed", number, fault: { name, message, code } });
  }
}

let line = Promise.resolve();
parentPort?.on("message", (order: Order) => {
  line = line.then(async () => await follow(order));
});
