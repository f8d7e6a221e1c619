import { cp, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildConsole } from "../console/build-console.ts";
import { buildWorker } from "./build-worker.ts";
import { writeHeadersFile } from "./headers-file.ts";

const wranglerFile = fileURLToPath(new URL("../../wrangler.toml", import.meta.url));

export type EdgeParts = {
  /** Where wrangler.toml and dist/edge come to lie. */
  readonly folder: string;
  /** The portal as a release made it; links are followed. */
  readonly site: string;
  /** "/huiyin", or empty. */
  readonly base: string;
};

/** Portal and console as plain files: what the deployment serves beside the Worker. */
async function layOutAssets(assets: string, { site, base }: EdgeParts): Promise<void> {
  // What was taken down since the last time must not stay beside it.
  await rm(assets, { recursive: true, force: true });
  await cp(site, assets, { recursive: true, dereference: true });
  await cp(fileURLToPath(await buildConsole(base)), join(assets, "console"), { recursive: true });
  await writeHeadersFile(assets);
}

/** Puts together what `wrangler deploy` or `wrangler dev` takes, in `folder`. Gives the path of its wrangler.toml. */
export async function layOutEdge(parts: EdgeParts): Promise<string> {
  const { folder, base } = parts;
  const edge = join(folder, "dist", "edge");
  await mkdir(edge, { recursive: true });
  await rm(join(edge, "worker"), { recursive: true, force: true });
  await cp(fileURLToPath(await buildWorker(base)), join(edge, "worker"), { recursive: true });
  await layOutAssets(join(edge, "assets"), parts);
  const config = join(folder, "wrangler.toml");
  if (config !== wranglerFile) await cp(wranglerFile, config);
  return config;
}
