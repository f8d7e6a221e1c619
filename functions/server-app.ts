import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
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

/** Portal, console and API behind one address, all under the base path; for the Node server. */
export function createServerApp({ consoleFolder, dataFolder, base, ...deps }: ServerParts): Hono {
  const app = new Hono();
  const place = { db: deps.db, dataFolder, origin: deps.origin ?? "", base };
  const api = createApi({
    ...deps,
    base,
    readPdf,
    renderPage: async (locals) => await (await loadRenderer(base)).render(locals),
    explainChange: async (reader) => await explainChange(place, reader),
    peerOf: (env) => (env as HttpBindings).incoming.socket.remoteAddress,
  });
  app.all(`${base}/api/*`, (c) => api.fetch(c.req.raw, c.env));
  app.route("/", createConsole(consoleFolder, base));
  app.route("/", createSite(dataFolder, base, createHiddenCheck(deps.db)));
  return app;
}
