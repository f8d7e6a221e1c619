import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { createClient } from "#db/client.ts";
import { createBareApp } from "./bare-app.ts";

/** node serve-node.ts ours|bare DATABASE_URL FOLDER: serves until it is ended; prints its port. */
const [what, url = "", folder = ""] = process.argv.slice(2);

/** The client of ours, which keeps its statements; of the rest nothing is loaded, so that the time to the first answer is its own. */
function openBare() {
  const client = createClient({ url });
  return createBareApp(() => client);
}

const app = what === "ours" ? (await import("./our-app.ts")).openOurApp(url, folder) : openBare();
const server = createServer(getRequestListener(app.fetch));
server.listen(0, "127.0.0.1", () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));
