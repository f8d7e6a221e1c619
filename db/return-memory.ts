import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

const MEBIBYTE = 1024 * 1024;
const GROWTH_MB = 256;
const LOOK_EVERY_MS = 2_000;

/**
 * The driver frees a prepared statement when its object is collected (libsql-js #230); V8 sees a small object and is in no
 * hurry, while the process grows by gigabytes. So it is asked to collect whenever resident memory has grown by so much;
 * each thread has to ask for itself. Returns how to stop.
 */
export function returnMemory(growthMB = GROWTH_MB): () => void {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  let least = process.memoryUsage.rss();
  const timer = setInterval(() => {
    const resident = process.memoryUsage.rss();
    least = Math.min(least, resident);
    if (resident < least + growthMB * MEBIBYTE) return;
    collect();
    least = process.memoryUsage.rss();
  }, LOOK_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
