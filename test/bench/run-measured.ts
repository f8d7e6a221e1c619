import { spawn } from "node:child_process";
import { childrenCpuSeconds, residentMegabytes } from "./process-tree.ts";

export type Measured = {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly rssMB: number;
  readonly output: string;
};

const LOOK_EVERY_MS = 100;

/** Runs a command of the project; peak memory is that of its whole process tree, looked at ten times a second. */
export async function runMeasured(args: readonly string[], env: Record<string, string>): Promise<Measured> {
  const started = performance.now();
  const before = await childrenCpuSeconds();
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  let rssMB = 0;
  const timer = setInterval(() => {
    if (child.pid !== undefined) void residentMegabytes(child.pid).then((size) => (rssMB = Math.max(rssMB, size)));
  }, LOOK_EVERY_MS);
  const code = await new Promise((resolve) => child.on("close", resolve));
  clearInterval(timer);
  if (code !== 0) throw new Error(`Failed to run ${args.join(" ")}`);
  const seconds = (performance.now() - started) / 1000;
  const cpuSeconds = (await childrenCpuSeconds()) - before;
  return { seconds, cpuSeconds, rssMB: Math.round(rssMB), output: Buffer.concat(chunks).toString() };
}
