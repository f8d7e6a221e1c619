import { setImmediate as turn } from "node:timers/promises";

const LONGEST_MS = 20;
let last = performance.now();

/**
 * Lets timers and requests of this process have their turn where the last was long ago: writing files and asking a
 * database in a file never does.
 */
export async function breathe(): Promise<void> {
  if (performance.now() - last < LONGEST_MS) return;
  await turn();
  last = performance.now();
}
