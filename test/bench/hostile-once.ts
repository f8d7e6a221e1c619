import { readAllocation } from "#exchange/allocation/read-allocation.ts";
import { readReply } from "#exchange/docx/read-reply.ts";
import { UnreadableFile } from "#exchange/unreadable-file.ts";
import { listHostileFiles } from "#test/exchange/hostile-files.ts";

// One hostile file in a process of its own: node hostile-once.ts NAME
const wanted = process.argv[2];
const file = listHostileFiles({ large: true }).find(({ name, id }) => `${id} ${name}` === wanted);
if (!file) throw new Error(`no hostile file ${wanted}`);
const bytes = file.make();
globalThis.gc?.();
const before = process.memoryUsage();
let peak = before.heapUsed + before.external;
const timer = setInterval(() => {
  const { heapUsed, external } = process.memoryUsage();
  peak = Math.max(peak, heapUsed + external);
}, 2);
const started = performance.now();
let code = "accepted";
try {
  await (file.wants === "table" ? readAllocation(bytes, file.name) : readReply(bytes));
} catch (error) {
  if (!(error instanceof UnreadableFile)) throw error;
  ({ code } = error);
}
const ms = performance.now() - started;
clearInterval(timer);
const { heapUsed, external } = process.memoryUsage();
peak = Math.max(peak, heapUsed + external);
const extraMB = (peak - before.heapUsed - before.external) / 1024 / 1024;
process.stdout.write(
  `${JSON.stringify({ file: wanted, code, ms: Math.round(ms), extraMB: Number(extraMB.toFixed(1)), fileKB: Math.round(bytes.length / 1024) })}\n`,
);
