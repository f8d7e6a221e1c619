import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readFile, readdir, rename, rm, stat } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { PageLocals } from "#domain/view/page-view.ts";

const root = new URL("../../../", import.meta.url);
const builds = new URL("dist/", root);
/** Builds of earlier sources that stay: a test and a server may each still render from its own. */
const KEEP_BUILDS = 4;

/** The compiled pages: a function of their view, and the style sheets and scripts that they name. */
export type Renderer = {
  readonly render: (locals: PageLocals) => Promise<string>;
  readonly assetsFolder: string;
  /** Base path of every link, without a slash at the end. */
  readonly base: string;
};

async function hashSources(base: string): Promise<string> {
  const hash = createHash("sha256").update(base);
  const entries = await readdir(new URL("src/", root), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => `${entry.parentPath}/${entry.name}`);
  for (const file of [...files.toSorted(), "astro.config.mjs", "package-lock.json"].map(
    (name) => new URL(name, root),
  )) {
    hash.update(await readFile(file));
  }
  return hash.digest("hex");
}

async function exists(folder: URL): Promise<boolean> {
  return await stat(folder).then(
    () => true,
    () => false,
  );
}

async function compile(base: string, folder: URL): Promise<void> {
  const astro = fileURLToPath(new URL("node_modules/astro/bin/astro.mjs", root));
  const { BASE_URL: _, ...inherited } = process.env;
  const env = {
    // Vitest sets BASE_URL, which Vite would take for the base of the site.
    ...inherited,
    BASE_PATH: base || "/",
    HUIYIN_BUILD_FOLDER: fileURLToPath(folder),
    ASTRO_TELEMETRY_DISABLED: "1",
  };
  const stdio: ["ignore", "pipe", "pipe"] = ["ignore", "pipe", "pipe"];
  const child = spawn(process.execPath, [astro, "build"], { cwd: fileURLToPath(root), env, stdio });
  const output: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => output.push(chunk));
  const code = await new Promise((resolve) => child.on("close", resolve));
  if (code !== 0) throw new Error(`Failed to run astro build:\n${Buffer.concat(output).toString()}`);
}

async function removeOldBuilds(): Promise<void> {
  const names = (await readdir(builds)).filter((name) => /^[0-9a-f]{16}$/.test(name));
  const aged = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(new URL(name, builds))).mtimeMs })),
  );
  const old = aged.toSorted((a, b) => b.at - a.at).slice(KEEP_BUILDS);
  for (const { name } of old) await rm(new URL(name, builds), { recursive: true, force: true });
}

/**
 * Compiles the pages where no build of these very sources and this base path exists. The folder gets its name when it
 * is complete, so two processes may do this at once.
 */
export async function buildRenderer(base: string): Promise<URL> {
  const hash = (await hashSources(base)).slice(0, 16);
  const folder = new URL(`${hash}/`, builds);
  if (await exists(folder)) return folder;
  await mkdir(builds, { recursive: true });
  const unfinished = pathToFileURL(`${await mkdtemp(fileURLToPath(new URL("unfinished-", builds)))}/`);
  try {
    await compile(base, unfinished);
    await rename(unfinished, folder).catch(async (error: unknown) => {
      if (!(await exists(folder))) throw error;
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  await removeOldBuilds();
  return folder;
}

export async function loadRenderer(base: string): Promise<Renderer> {
  const folder = await buildRenderer(base);
  const entry = new URL("server/entry.mjs", folder);
  const { render } = (await import(entry.href)) as { render: Renderer["render"] };
  const at = (name: string) => fileURLToPath(new URL(name, folder));
  return { render, assetsFolder: at("client/"), base };
}
