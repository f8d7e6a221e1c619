import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { PACKS, PACK_COUNT, packName, packNumber, writePack } from "./asset-packs.ts";
import type { PackedFile } from "./asset-packs.ts";

/** Small and as many as there are matters: their pages and data, and the search index. */
const PACKABLE = /^(?:\d{4}\/[^/]+\/[^/]+\/index\.(?:html|json)|search-index\/.+)$/;
/** Files to a pack: what a reader asks for is found in some 50 KB. */
const TO_A_PACK = 8;

export async function listAssets(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
}

async function readPacked(folder: string, path: string): Promise<PackedFile> {
  const bytes = await readFile(join(folder, path));
  return { path, bytes, etag: `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"` };
}

/**
 * Where a site has more files than the platform takes, puts those of matters and of the search together, about eight to a pack; the Worker
 * serves them under their own addresses (asset-packs.ts). Their number is a power of two, so that a new matter moves none.
 */
export async function packAssets(folder: string, most: number): Promise<void> {
  const files = await listAssets(folder);
  if (files.length <= most) return;
  const packable = files.filter((path) => PACKABLE.test(path)).toSorted();
  const count = 2 ** Math.ceil(Math.log2(Math.max(1, packable.length / TO_A_PACK)));
  const packs = Map.groupBy(packable, (path) => packNumber(path, count));
  await mkdir(join(folder, PACKS));
  for (const [number, paths] of packs) {
    const packed = await Promise.all(paths.map(async (path) => await readPacked(folder, path)));
    await writeFile(join(folder, packName(number)), writePack(packed));
    await Promise.all(paths.map(async (path) => await rm(join(folder, path))));
  }
  await writeFile(join(folder, PACK_COUNT), String(count));
}
