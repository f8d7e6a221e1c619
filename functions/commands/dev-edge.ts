import { spawn } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inspect } from "node:util";
import { SITE, findCurrent, releasesFolder } from "#release/folders.ts";
import { Underway } from "#services/errors.ts";
import { runReleases } from "#services/releases/run.ts";
import { ASSET_LIMITS } from "../edge/deploy-assets.ts";
import { layOutEdge } from "../edge/lay-out.ts";
import { startLocalDatabase } from "../edge/local-database.ts";
import { KEEP_RELEASES, readEnvironment } from "../environment.ts";
import { prepareFirstRun } from "../first-run.ts";
import { keyringFile } from "../keyring-file.ts";
import type { CommandContext } from "./open-context.ts";
import { openContext } from "./open-context.ts";

const WRANGLER = fileURLToPath(new URL("../../node_modules/wrangler/bin/wrangler.js", import.meta.url));
const CRON_EVERY_MS = 60_000;

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

/** Lays out the release that is current, for the Worker that runs or is about to. */
async function layOut({ environment: { dataFolder, base } }: CommandContext): Promise<void> {
  const site = join(releasesFolder(dataFolder), (await findCurrent(dataFolder)) ?? "", SITE);
  await layOutEdge({ folder: dataFolder, site, base, limits: ASSET_LIMITS.paid });
}

/** In the place of the machine that builds releases: takes the deploy hook and builds what waits. Gives its address. */
async function startBuilder(ctx: CommandContext): Promise<string> {
  const { dataFolder, origin, base } = ctx.environment;
  const place = {
    dataFolder,
    origin,
    base,
    keep: KEEP_RELEASES,
    files: ctx.files,
    goLive: async () => await layOut(ctx),
  };
  const build = async () => {
    try {
      const result = await runReleases(ctx, place);
      if (result) say(`网站已更新：${result.id}。`);
    } catch (error) {
      if (!(error instanceof Underway)) process.stderr.write(`${inspect(error)}\n`);
    }
  };
  const server = createServer((_, response) => {
    response.writeHead(202).end();
    void build();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

/** What `wrangler secret` and [vars] hold in production. */
async function writeVariables(ctx: CommandContext, hook: string, site: string): Promise<void> {
  const { dataFolder, databaseUrl, base } = ctx.environment;
  const variables = {
    SITE_URL: site,
    BASE_PATH: base || "/",
    DATABASE_URL: databaseUrl,
    DEPLOY_HOOK_URL: hook,
    HUIYIN_SECRET: (await readFile(keyringFile({ dataFolder }), "utf8")).trim().replaceAll(/\s+/g, ","),
  };
  const lines = Object.entries(variables).map(([name, value]) => `${name}="${value}"`);
  await writeFile(join(dataFolder, ".dev.vars"), `${lines.join("\n")}\n`, { mode: 0o600 });
}

/**
 * npm run dev:edge: the edge home on this machine. The built Worker in workerd (wrangler dev), libSQL's own server for it, and a
 * builder that the Worker wakes by its deploy hook as it would in production. Data in the folder `edge` of the data folder.
 */
const { dataFolder, port } = readEnvironment(process.env);
const folder = join(dataFolder, "edge");
await mkdir(folder, { recursive: true });
const database = await startLocalDatabase(join(folder, "database"));
const site = `http://localhost:${port}`;
Object.assign(process.env, { HUIYIN_DATA: folder, DATABASE_URL: database.url, SITE_URL: site });
const ctx = await openContext();
await prepareFirstRun(ctx);
await layOut(ctx);
await writeVariables(ctx, await startBuilder(ctx), site);
const args = [
  "dev",
  "--config",
  join(folder, "wrangler.toml"),
  "--config",
  join(folder, "dist", "edge", "pdf-reader", "wrangler.toml"),
  "--port",
  String(port),
  "--show-interactive-dev-session=false",
];
const wrangler = spawn(process.execPath, [WRANGLER, ...args], {
  cwd: folder,
  stdio: "inherit",
  env: { ...process.env, CLOUDFLARE_CF_FETCH_ENABLED: "false", WRANGLER_SEND_METRICS: "false" },
});
// wrangler dev runs no cron by itself.
const cron = setInterval(() => void fetch(`${site}/cdn-cgi/local/scheduled`).catch(() => undefined), CRON_EVERY_MS);
wrangler.on("close", (code) => {
  clearInterval(cron);
  void database.close().then(() => process.exit(code ?? 0));
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => wrangler.kill(signal));
say(`回音（边缘版）正在启动：${site}${ctx.environment.base}/`);
