import { mkdtemp } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { buildConsole } from "#functions/console/build-console.ts";
import { createServerApp } from "#functions/server-app.ts";
import { askForRelease } from "#services/releases/ask.ts";
import { runReleases } from "#services/releases/run.ts";
import type { TestApp } from "../app.ts";
import { TEST_KEYRING, openTestApp } from "../app.ts";
import type { World } from "../world.ts";
import { makeWorld } from "../world.ts";

export const ORIGIN = "https://huiyin.yunchuan.example";

/** The whole of Huiyin in one of its two homes, reached over HTTP; `db` is a connection of the test's own. */
export type Home = World & {
  readonly name: "node" | "edge";
  /** Without a slash at the end. */
  readonly url: string;
  readonly request: (path: string, init?: RequestInit) => Promise<Response>;
  /** The routes as they are registered; not spoken to. */
  readonly api: TestApp["app"];
};

/** What both start from. */
export type HomeBase = { readonly world: World; /** Holds the releases. */ readonly dataFolder: string };

/** A city at work and its first release, by the machine's clock: the edge has no other. */
export async function prepareHomes(): Promise<HomeBase> {
  const world = await makeWorld({ clock: "real" });
  const dataFolder = await mkdtemp(join(tmpdir(), "huiyin-homes-"));
  await askForRelease(world.system);
  await runReleases(world.system, { dataFolder, origin: ORIGIN, base: "", keep: 2 });
  return { world, dataFolder };
}

/** Redirects are answers here. */
export function toRequest(url: string): Home["request"] {
  return async (path, init) => await fetch(`${url}${path}`, { redirect: "manual", ...init });
}

/** A client speaks to `app.request`: over HTTP it is the same. */
export function toApp(request: Home["request"]): TestApp["app"] {
  return { request } as unknown as TestApp["app"];
}

/** Node, a file, a folder: as `npm start` puts it together. */
export async function openNodeHome({ world, dataFolder }: HomeBase): Promise<Home> {
  const t = await openTestApp({ from: world, clock: "real" });
  const { db, clock, files } = t;
  const app = createServerApp({
    db,
    now: clock.now,
    keyring: TEST_KEYRING,
    version: "test",
    base: "",
    origin: ORIGIN,
    files,
    dataFolder,
    consoleFolder: await buildConsole(""),
  });
  const server = createServer(getRequestListener(app.fetch));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const request = toRequest(url);
  return {
    ...t,
    people: world.people,
    name: "node",
    url,
    request,
    app: toApp(request),
    api: world.app,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await t.close();
    },
  };
}
