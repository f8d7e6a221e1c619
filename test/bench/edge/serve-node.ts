import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { pathToFileURL } from "node:url";
import { getRequestListener } from "@hono/node-server";
import { createClient } from "@libsql/client";
import { openDatabase } from "#db/open.ts";
import { openFolderStore } from "#functions/files/folder-store.ts";
import { createServerApp } from "#functions/server-app.ts";
import { TEST_KEYRING } from "#test/support/app.ts";
import { createBareApp } from "./bare-app.ts";

/** node serve-node.ts ours|bare DATABASE_URL FOLDER: serves until it is ended; prints its port. */
const [what, url = "", folder = ""] = process.argv.slice(2);

function openOurs() {
  return createServerApp({
    db: openDatabase(url),
    now: () => new Date(),
    keyring: TEST_KEYRING,
    version: "bench",
    base: "",
    files: openFolderStore(folder),
    dataFolder: folder,
    consoleFolder: pathToFileURL(`${folder}/`),
  });
}

function openBare() {
  const client = createClient({ url });
  return createBareApp(() => client);
}

const app = what === "ours" ? openOurs() : openBare();
const server = createServer(getRequestListener(app.fetch));
server.listen(0, "127.0.0.1", () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));
