import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { buildConsole } from "#functions/console/build-console.ts";
import { createServerApp } from "#functions/server-app.ts";
import type { TestApp } from "./app.ts";
import { TEST_KEYRING } from "./app.ts";

export type TestServer = {
  /** Origin and base path, without a slash at the end. */
  readonly url: string;
  readonly dataFolder: string;
  readonly close: () => Promise<void>;
};

/** Portal, console and API over the test's database, as `npm start` serves them, on a free local port. */
export async function openTestServer(t: TestApp, { base = "" } = {}): Promise<TestServer> {
  const dataFolder = await mkdtemp(join(tmpdir(), "huiyin-server-"));
  const consoleFolder = await buildConsole(base);
  const { db, clock } = t;
  const app = createServerApp({
    db,
    now: clock.now,
    keyring: TEST_KEYRING,
    version: "test",
    base,
    dataFolder,
    consoleFolder,
  });
  const server = createServer(getRequestListener(app.fetch));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${base}`,
    dataFolder,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
