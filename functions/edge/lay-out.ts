import { cp, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildConsole } from "../console/build-console.ts";
import { buildPdfReader, buildWorker } from "./build-worker.ts";
import { writeHeadersFile } from "./headers-file.ts";
import { packAssets } from "./pack-assets.ts";
import type { AssetLimits } from "./plan-packs.ts";

const readerFile = fileURLToPath(new URL("pdf-reader.toml", import.meta.url));
const wranglerFile = fileURLToPath(new URL("../../wrangler.toml", import.meta.url));

export type EdgeParts = {
  /** Where wrangler.toml and dist/edge come to lie. */
  readonly folder: string;
  /** The portal as a release made it; links are followed. */
  readonly site: string;
  /** "/huiyin", or empty. */
  readonly base: string;
  /** What the platform takes: beyond it files are put together or cut. */
  readonly limits: AssetLimits;
};

/** Portal and console as plain files: what the deployment serves beside the Worker. */
async function layOutAssets(assets: string, { site, base, limits }: EdgeParts): Promise<void> {
  // What was taken down since the last time must not stay beside it.
  await rm(assets, { recursive: true, force: true });
  await cp(site, assets, { recursive: true, dereference: true });
  await cp(fileURLToPath(await buildConsole(base)), join(assets, "console"), { recursive: true });
  await writeHeadersFile(assets);
  await packAssets(assets, limits);
}

/** Configurations of the Workers that are laid out, by path: `reader` first to be deployed. */
export type EdgeConfigs = { readonly reader: string; readonly main: string };

async function layOutReader(folder: string): Promise<string> {
  await rm(folder, { recursive: true, force: true });
  await cp(fileURLToPath(await buildPdfReader()), folder, { recursive: true });
  const config = join(folder, "wrangler.toml");
  await cp(readerFile, config);
  return config;
}

/** Puts together what `wrangler deploy` or `wrangler dev` takes, in `folder`. */
export async function layOutEdge(parts: EdgeParts): Promise<EdgeConfigs> {
  const { folder, base } = parts;
  const edge = join(folder, "dist", "edge");
  await mkdir(edge, { recursive: true });
  await rm(join(edge, "worker"), { recursive: true, force: true });
  await cp(fileURLToPath(await buildWorker(base)), join(edge, "worker"), { recursive: true });
  await layOutAssets(join(edge, "assets"), parts);
  const main = join(folder, "wrangler.toml");
  if (main !== wranglerFile) await cp(wranglerFile, main);
  return { reader: await layOutReader(join(edge, "pdf-reader")), main };
}
