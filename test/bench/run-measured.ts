import { spawn } from "node:child_process";
import { childrenCpuSeconds, residentMegabytes } from "./process-tree.ts";

export type Measured = {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly rssMB: number;
  readonly output: string;
};

const LOOK_EVERY_MS = 100;

export type MeasuredStart = {
  /** Node unless told. */
  readonly program?: string;
  readonly cwd?: string;
  /** Stopped, and an error, where its process tree takes more. */
  readonly mostMB?: number;
};

/** Runs a command, one of the project's unless told; peak memory is that of its whole process tree, looked at ten times a second. */
export async function runMeasured(
  args: readonly string[],
  env: Record<string, string>,
  { program = process.execPath, cwd = process.cwd(), mostMB = Number.POSITIVE_INFINITY }: MeasuredStart = {},
): Promise<Measured> {
  const started = performance.now();
  const before = await childrenCpuSeconds();
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  let rssMB = 0;
  const look = async (pid: number): Promise<void> => {
    rssMB = Math.max(rssMB, await residentMegabytes(pid));
    if (rssMB > mostMB) child.kill("SIGKILL");
  };
  const timer = setInterval(() => {
    if (child.pid !== undefined) void look(child.pid);
  }, LOOK_EVERY_MS);
  const code = await new Promise((resolve) => child.on("close", resolve));
  clearInterval(timer);
  if (rssMB > mostMB) throw new Error(`More than ${mostMB} MB`);
  if (code !== 0) throw new Error(`Failed to run ${program} ${args.join(" ")}`);
  const seconds = (performance.now() - started) / 1000;
  const cpuSeconds = (await childrenCpuSeconds()) - before;
  return { seconds, cpuSeconds, rssMB: Math.round(rssMB), output: Buffer.concat(chunks).toString() };
}
