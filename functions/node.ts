import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { HttpBindings } from "@hono/node-server";
import { inspect } from "node:util";
import { Hono } from "hono";
import { isLeaseHeld } from "#db/reads/leases.ts";
import { countQueuedReleases, listRunningReleases } from "#db/reads/releases.ts";
import { askForRelease } from "#services/releases/ask.ts";
import packageFile from "../package.json" with { type: "json" };
import { createApi } from "./app.ts";
import { openContext } from "./commands/open-context.ts";
import type { CommandContext } from "./commands/open-context.ts";
import { CONSOLE_PAGE } from "./console-page.ts";
import { SITE_HEADERS } from "./site/site-headers.ts";
import { prepareFirstRun } from "./first-run.ts";
import { startOutboxRunner } from "./outbox-runner.ts";
import { startReleaseRunner } from "./release-runner.ts";
import { createSite } from "./site/serve-site.ts";
import { WrongEnvironment } from "./environment.ts";

const { version: VERSION } = packageFile;

/** Portal, console and API behind one address, all under the base path. */
function createServerApp(ctx: CommandContext, poke: () => void): Hono {
  const { base, dataFolder, origin } = ctx.environment;
  const app = new Hono();
  const report = (error: unknown, requestId: string) => process.stderr.write(`${requestId} ${inspect(error)}\n`);
  const api = createApi({
    db: ctx.db,
    now: ctx.now,
    version: VERSION,
    base,
    ...(origin ? { origin } : {}),
    poke,
    report,
    peerOf: (env) => (env as HttpBindings).incoming.socket.remoteAddress,
  });
  app.all(`${base}/api/*`, (c) => {
    const url = new URL(c.req.url);
    url.pathname = url.pathname.slice(base.length);
    return api.fetch(new Request(url, c.req.raw), c.env);
  });
  app.get(`${base}/console`, (c) => c.redirect(`${base}/console/`, 301));
  app.get(`${base}/console/*`, (c) => c.html(CONSOLE_PAGE, 200, SITE_HEADERS));
  app.route("/", createSite(dataFolder, base));
  return app;
}

async function start(): Promise<void> {
  const ctx = await openContext();
  const { host, port, base, dataFolder } = ctx.environment;
  await prepareFirstRun(ctx);
  const runner = startReleaseRunner({
    isDue: async () => {
      const waiting = (await countQueuedReleases(ctx.db)) + (await listRunningReleases(ctx.db)).length;
      return waiting > 0 && !(await isLeaseHeld(ctx.db, "release", ctx.now().toISOString()));
    },
    askAgain: async () => {
      await askForRelease(ctx, "release.retry");
    },
  });
  runner.poke();
  const { gateway } = ctx.environment;
  const outbox = gateway && startOutboxRunner(ctx, gateway, (error) => process.stderr.write(`${inspect(error)}\n`));
  const app = createServerApp(ctx, runner.poke);
  const server = createServer(getRequestListener(app.fetch));
  server.on("error", (error: NodeJS.ErrnoException) => {
    const sentence =
      error.code === "EADDRINUSE" ? `端口 ${port} 已被占用，请换一个端口（PORT=…）后重新启动。` : error.message;
    process.stderr.write(`${sentence}\n`);
    process.exit(1);
  });
  server.listen(port, host, () => {
    const address = server.address();
    const at = typeof address === "object" && address ? address.port : port;
    process.stdout.write(`回音已启动：http://${host}:${at}${base}/\n`);
    process.stdout.write(`  办理工作台 ${base}/console/   接口说明 ${base}/api/docs   数据文件夹 ${dataFolder}\n`);
  });
  const stop = () => {
    runner.stop();
    outbox?.stop();
    server.close(() => process.exit(0));
    server.closeAllConnections();
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}

try {
  await start();
} catch (error) {
  if (!(error instanceof WrongEnvironment)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
