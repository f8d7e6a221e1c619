import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { PageLocals } from "#domain/view/page-view.ts";
import { buildOnce } from "./build-once.ts";

const root = new URL("../../../", import.meta.url);
/** The pages and what they are made of; the console and the services are not. */
const SOURCES = [
  "src/domain/",
  "src/site/",
  "src/pages/",
  "src/release/renderer-entry.ts",
  "astro.config.mjs",
  "package-lock.json",
];

/** The compiled pages: a function of their view, and the style sheets and scripts that they name. */
export type Renderer = {
  readonly render: (locals: PageLocals) => Promise<string>;
  readonly assetsFolder: string;
  /** Base path of every link, without a slash at the end. */
  readonly base: string;
};

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

/** Compiles the pages where no build of these very sources and this base path exists. */
export async function buildRenderer(base: string): Promise<URL> {
  return await buildOnce({ prefix: "", sources: SOURCES, salt: base, compile: (folder) => compile(base, folder) });
}

export async function loadRenderer(base: string): Promise<Renderer> {
  return await openRenderer(await buildRenderer(base), base);
}

/** @param folder of a build for this base path */
export async function openRenderer(folder: URL, base: string): Promise<Renderer> {
  const entry = new URL("server/entry.mjs", folder);
  const { render } = (await import(entry.href)) as { render: Renderer["render"] };
  const at = (name: string) => fileURLToPath(new URL(name, folder));
  return { render, assetsFolder: at("client/"), base };
}
