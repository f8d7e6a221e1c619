import { access, constants, mkdtemp, rm, statfs } from "node:fs/promises";
import { buildRenderer } from "#release/render/renderer.ts";

const MEMORY_FOLDER = "/dev/shm";
const ENOUGH_BYTES = 4 * 1024 ** 3;

/** Where the machine keeps a folder in memory, databases of tests lie there: a commit waits for no disk. */
async function findMemoryFolder(): Promise<string | undefined> {
  try {
    await access(MEMORY_FOLDER, constants.W_OK);
    const { bavail, bsize } = await statfs(MEMORY_FOLDER);
    return bavail * bsize >= ENOUGH_BYTES ? await mkdtemp(`${MEMORY_FOLDER}/huiyin-`) : undefined;
  } catch {
    return undefined;
  }
}

/** Compiles the pages once, before test files that release would each do it. Workers inherit the environment. */
export default async function setup(): Promise<() => Promise<void>> {
  await buildRenderer("");
  const folder = await findMemoryFolder();
  if (folder) process.env["TMPDIR"] = folder;
  return async () => {
    if (folder) await rm(folder, { recursive: true, force: true });
  };
}
