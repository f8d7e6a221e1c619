import { execFile } from "node:child_process";
import { open } from "node:fs/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * Resolves when everything in the folder's file system stands on the disk, so that a swap never points at files that a
 * power cut can take away. One call for all (syncfs(2), through coreutils); where there is none, the system's own order.
 */
export async function flushFolder(folder: string): Promise<void> {
  await run("sync", ["-f", folder]).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
  });
}

/** Makes a rename in the folder last. Systems that cannot open folders need it not. */
export async function flushNames(folder: string): Promise<void> {
  const handle = await open(folder).catch(() => undefined);
  try {
    await handle?.sync();
  } finally {
    await handle?.close();
  }
}
