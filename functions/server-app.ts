import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import { getPath } from "hono/utils/url";
import { readPdf } from "#exchange/attachment/read-pdf.ts";
import { explainChange } from "#release/explain-change.ts";
import { loadRenderer } from "#release/render/renderer.ts";
import { createApi } from "./app.ts";
import { createConsole } from "./console/serve-console.ts";
import type { ApiDeps } from "./deps.ts";
import { createHiddenCheck } from "./site/hidden.ts";
import { createSite } from "./site/serve-site.ts";

export type ServerParts = Omit<ApiDeps, "peerOf" | "base"> & {
  /** "/huiyin", or empty. */
  readonly base: string;
  /** Holds the releases. */
  readonly dataFolder: string;
  /** From buildConsole. */
  readonly consoleFolder: URL;
};

export type ServerApp = { readonly fetch: (request: Request, env?: object) => Response | Promise<Response> };

/** Portal, console and API behind one address, all under the base path; for the Node server. */
export function createServerApp({ consoleFolder, dataFolder, base, ...deps }: ServerParts): ServerApp {
  const place = { db: deps.db, dataFolder, origin: deps.origin ?? "", base };
  const api = createApi({
    ...deps,
    base,
    readPdf,
    renderPage: async (locals) => await (await loadRenderer(base)).render(locals),
    explainChange: async (reader) => await explainChange(place, reader),
    peerOf: (env) => (env as HttpBindings).incoming.socket.remoteAddress,
  });
  const files = new Hono();
  files.route("/", createConsole(consoleFolder, base));
  files.route("/", createSite(dataFolder, base, createHiddenCheck(deps.db), deps.report));
  const apiRoot = `${base}/api`;
  return {
    // By hand: another router in front makes every request of the API a second time.
    fetch: (request, env) => {
      const path = getPath(request);
      return path === apiRoot || path.startsWith(`${apiRoot}/`) ? api.fetch(request, env) : files.fetch(request, env);
    },
  };
}
