import { pathToFileURL } from "node:url";
import { openDatabase } from "#db/open.ts";
import { openFolderStore } from "#functions/files/folder-store.ts";
import type { ServerApp } from "#functions/server-app.ts";
import { createServerApp } from "#functions/server-app.ts";
import { parseKeyring } from "#services/secrets/keyring.ts";

/** That of the tests, without all that they load. */
const KEYRING = parseKeyring(`test:${"A".repeat(43)}`);

/** As functions/node.ts puts it together. */
export function openOurApp(url: string, folder: string): ServerApp {
  return createServerApp({
    db: openDatabase(url),
    now: () => new Date(),
    keyring: KEYRING,
    version: "bench",
    base: "",
    files: openFolderStore(folder),
    dataFolder: folder,
    consoleFolder: pathToFileURL(`${folder}/`),
  });
}
