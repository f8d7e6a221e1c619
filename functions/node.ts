import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { join } from "node:path";
import { inspect } from "node:util";
import { isLeaseHeld } from "#db/reads/leases.ts";
import { countDueReleases, listRunningReleases } from "#db/reads/releases.ts";
import { retryRelease } from "#services/releases/retry.ts";
import packageFile from "../package.json" with { type: "json" };
import { openContext } from "./commands/open-context.ts";
import { buildConsole } from "./console/build-console.ts";
import { prepareFirstRun } from "./first-run.ts";
import { startOutboxRunner } from "./outbox-runner.ts";
import { startReleaseRunner } from "./release-runner.ts";
import { returnMemory } from "#db/return-memory.ts";
import { toProxyTest } from "./http/trusted-proxies.ts";
import { openFolderStore } from "./files/folder-store.ts";
import { createServerApp } from "./server-app.ts";
import { WrongEnvironment } from "./environment.ts";

const { version: VERSION } = packageFile;

async function start(): Promise<void> {
  const ctx = await openContext();
  const { host, port, base, dataFolder } = ctx.environment;
  await prepareFirstRun(ctx);
  const runner = startReleaseRunner({
    isDue: async () => {
      const now = ctx.now().toISOString();
      const waiting = (await countDueReleases(ctx.db, now)) + (await listRunningReleases(ctx.db)).length;
      return waiting > 0 && !(await isLeaseHeld(ctx.db, "release", now));
    },
    askAgain: async () => await retryRelease(ctx),
  });
  runner.poke();
  const { gateway } = ctx.environment;
  const outbox = gateway && startOutboxRunner(ctx, gateway, (error) => process.stderr.write(`${inspect(error)}\n`));
  const { db, now, keyring } = ctx;
  const { origin } = ctx.environment;
  const app = createServerApp({
    db,
    now,
    keyring,
    version: VERSION,
    base,
    dataFolder,
    files: openFolderStore(join(dataFolder, "files")),
    consoleFolder: await buildConsole(base),
    ...(origin ? { origin } : {}),
    isTrustedProxy: toProxyTest(ctx.environment.trustedProxies),
    poke: runner.poke,
    report: (error, requestId) => process.stderr.write(`${requestId} ${inspect(error)}\n`),
  });
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
  returnMemory();
  await start();
} catch (error) {
  if (!(error instanceof WrongEnvironment)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
