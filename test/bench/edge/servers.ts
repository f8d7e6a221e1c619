import { spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { createTestHarness } from "wrangler";
import { buildPdfReader, buildWorker, bundleWorker } from "#functions/edge/build-worker.ts";
import { ASSET_LIMITS } from "#functions/edge/deploy-assets.ts";
import { layOutEdge } from "#functions/edge/lay-out.ts";
import { prepareDatabaseFile, startLocalDatabase } from "#functions/edge/local-database.ts";
import { processCpuSeconds } from "../process-tree.ts";
import type { Plan } from "./bare-app.ts";

export type Kind = "ours" | "bare";
export type Server = {
  readonly url: URL;
  /** From nothing to the first answer of GET /api/health. */
  readonly coldMs: number;
  /** Processor seconds so far; undefined where others than the server are in the same process. */
  readonly cpuSeconds: (() => Promise<number>) | undefined;
  readonly close: () => Promise<void>;
};

const SERVE = fileURLToPath(new URL("serve-node.ts", import.meta.url));
const BARE_CONFIG = `name = "bare"
main = "worker.js"
no_bundle = true
compatibility_date = "2026-10-01"
compatibility_flags = ["nodejs_compat"]
`;

async function send(url: URL, plan: Plan): Promise<void> {
  const headers = { "Content-Type": "application/json" };
  const answer = await fetch(new URL("/plan", url), { method: "POST", headers, body: JSON.stringify(plan) });
  if (!answer.ok) throw new Error(`Failed to set the bare handler up: ${answer.status}`);
}

async function firstAnswer(url: URL, started: number): Promise<number> {
  await (await fetch(new URL("/api/health", url))).text();
  return performance.now() - started;
}

/** A process of its own over a copy of the file. */
export async function startNode(kind: Kind, file: string, plan: Plan): Promise<Server> {
  const folder = await mkdtemp(join(tmpdir(), "huiyin-bench-node-"));
  const copy = join(folder, "city.db");
  await cp(file, copy);
  const started = performance.now();
  const child = spawn(process.execPath, [SERVE, kind, `file:${copy}`, folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const port = await new Promise<string>((resolve, reject) => {
    child.stdout.once("data", (data: Buffer) => resolve(data.toString().trim()));
    child.once("close", () => reject(new Error(`Failed to start ${kind}`)));
  });
  const url = new URL(`http://127.0.0.1:${port}/`);
  const coldMs = await firstAnswer(url, started);
  if (kind === "bare") await send(url, plan);
  return {
    url,
    coldMs,
    cpuSeconds: async () => await processCpuSeconds(child.pid ?? 0),
    close: async () => {
      child.removeAllListeners("close");
      child.kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function layOutBare(folder: string): Promise<string[]> {
  await bundleWorker({ source: "test/bench/edge/bare-worker.ts", file: "worker.js" }, pathToFileURL(`${folder}/`));
  await writeFile(join(folder, "wrangler.toml"), BARE_CONFIG);
  return ["./wrangler.toml"];
}

async function layOutOurs(folder: string): Promise<string[]> {
  const site = join(folder, "site");
  await mkdir(site);
  await writeFile(join(site, "404.html"), "<!DOCTYPE html>");
  await layOutEdge({ folder, site, base: "", limits: ASSET_LIMITS.paid });
  return ["./wrangler.toml", "./dist/edge/pdf-reader/wrangler.toml"];
}

/** The built Worker in workerd; libSQL's own server over a copy of the file. */
export async function startEdge(kind: Kind, file: string, plan: Plan): Promise<Server> {
  process.env["CLOUDFLARE_CF_FETCH_ENABLED"] = "false";
  process.env["WRANGLER_SEND_METRICS"] = "false";
  const folder = await mkdtemp(join(tmpdir(), "huiyin-bench-edge-"));
  await cp(file, await prepareDatabaseFile(join(folder, "db")));
  const database = await startLocalDatabase(join(folder, "db"));
  const [main = "", ...others] = await (kind === "ours" ? layOutOurs(folder) : layOutBare(folder));
  const vars = { SITE_URL: "https://huiyin.yunchuan.example", DATABASE_URL: database.url };
  const secrets = { HUIYIN_SECRET: `test:${"A".repeat(43)}` };
  const harness = createTestHarness({
    root: folder,
    workers: [{ configPath: main, vars, secrets }, ...others.map((configPath) => ({ configPath }))],
  });
  const started = performance.now();
  const { url } = await harness.listen();
  const coldMs = await firstAnswer(url, started);
  if (kind === "bare") await send(url, plan);
  return {
    url,
    coldMs,
    cpuSeconds: undefined,
    close: async () => {
      await harness.close();
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Kilobytes of the Workers as they are uploaded. */
export async function measureBundles() {
  const packed = async (file: URL) => Math.round(gzipSync(await readFile(file), { level: 9 }).length / 1000);
  return {
    workerKB: await packed(new URL("worker.js", await buildWorker(""))),
    pdfReaderKB: await packed(new URL("pdf-reader.js", await buildPdfReader())),
  };
}
