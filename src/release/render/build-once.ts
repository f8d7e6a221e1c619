import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readFile, readdir, rename, rm, stat } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = new URL("../../../", import.meta.url);
const builds = new URL("dist/", root);
/** Builds of earlier sources that stay: a test and a server may each still use its own. */
const KEEP_BUILDS = 4;

export type Build = {
  /** In front of the folder's name, as "console-"; lower-case letters and a dash, or nothing. */
  readonly prefix: string;
  /** Paths from the root that end the build's key: a folder ends with a slash. */
  readonly sources: readonly string[];
  /** What else the result depends on. */
  readonly salt: string;
  readonly compile: (folder: URL) => Promise<void>;
};

async function listFiles(source: string): Promise<string[]> {
  if (!source.endsWith("/")) return [source];
  const entries = await readdir(new URL(source, root), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => `${entry.parentPath}/${entry.name}`);
  return files.toSorted();
}

async function hashSources({ sources, salt }: Build): Promise<string> {
  const hash = createHash("sha256").update(salt);
  for (const source of sources) {
    for (const file of await listFiles(source)) hash.update(await readFile(new URL(file, root)));
  }
  return hash.digest("hex").slice(0, 16);
}

async function exists(folder: URL): Promise<boolean> {
  return await stat(folder).then(
    () => true,
    () => false,
  );
}

async function removeOldBuilds(prefix: string): Promise<void> {
  const name = new RegExp(`^${prefix}[0-9a-f]{16}$`);
  const names = (await readdir(builds)).filter((found) => name.test(found));
  const aged = await Promise.all(
    names.map(async (found) => ({ found, at: (await stat(new URL(found, builds))).mtimeMs })),
  );
  const old = aged.toSorted((a, b) => b.at - a.at).slice(KEEP_BUILDS);
  for (const { found } of old) await rm(new URL(found, builds), { recursive: true, force: true });
}

/**
 * Compiles where no build of these very sources exists. The folder gets its name when it is complete, so two processes
 * may do this at once. Gives the folder, under dist/.
 */
export async function buildOnce(build: Build): Promise<URL> {
  const folder = new URL(`${build.prefix}${await hashSources(build)}/`, builds);
  if (await exists(folder)) return folder;
  await mkdir(builds, { recursive: true });
  const unfinished = pathToFileURL(`${await mkdtemp(fileURLToPath(new URL("unfinished-", builds)))}/`);
  try {
    await build.compile(unfinished);
    await rename(unfinished, folder).catch(async (error: unknown) => {
      if (!(await exists(folder))) throw error;
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  await removeOldBuilds(build.prefix);
  return folder;
}
