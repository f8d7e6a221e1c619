import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import type { PackedFile } from "./asset-packs.ts";
import { PACKS, PACK_COUNT, packName, pieceName, writePack } from "./asset-packs.ts";
import type { AssetLimits, SizedFile } from "./plan-packs.ts";
import { piecesOf, planPacks } from "./plan-packs.ts";

/** Files asked for their size at once: a big site has hundreds of thousands. */
const AT_ONCE = 500;

export async function listAssets(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
}

async function readSizes(folder: string): Promise<SizedFile[]> {
  const paths = (await listAssets(folder)).toSorted();
  const sized: SizedFile[] = [];
  for (let at = 0; at < paths.length; at += AT_ONCE) {
    const some = paths.slice(at, at + AT_ONCE);
    sized.push(
      ...(await Promise.all(some.map(async (path) => ({ path, bytes: (await stat(join(folder, path))).size })))),
    );
  }
  return sized;
}

const etagOf = (bytes: Uint8Array): string =>
  `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`;

async function takePacked(folder: string, path: string): Promise<PackedFile> {
  const bytes = await readFile(join(folder, path));
  await rm(join(folder, path));
  return { path, bytes, etag: etagOf(bytes), pieces: 0 };
}

/** Puts the pieces beside the packs. */
async function takeCut(folder: string, path: string, limits: AssetLimits): Promise<PackedFile> {
  const bytes = await readFile(join(folder, path));
  const pieces = piecesOf(bytes.length, limits);
  await mkdir(dirname(join(folder, pieceName(path, 0))), { recursive: true });
  for (let piece = 0; piece < pieces; piece++) {
    const part = bytes.subarray(piece * limits.fileBytes, (piece + 1) * limits.fileBytes);
    await writeFile(join(folder, pieceName(path, piece)), part);
  }
  await rm(join(folder, path));
  return { path, bytes: new Uint8Array(), etag: etagOf(bytes), pieces };
}

/**
 * Brings a site within what the platform takes (plan-packs.ts); the Worker serves what was put together or cut under its own
 * address (asset-packs.ts).
 */
export async function packAssets(folder: string, limits: AssetLimits): Promise<void> {
  const { count, packs, cut } = planPacks(await readSizes(folder), limits);
  if (count === 0) return;
  await mkdir(join(folder, PACKS));
  for (const number of new Set([...packs.keys(), ...cut.keys()])) {
    const files = (packs.get(number) ?? []).map(async ({ path }) => await takePacked(folder, path));
    const packed = await Promise.all(files);
    for (const { path } of cut.get(number) ?? []) packed.push(await takeCut(folder, path, limits));
    await writeFile(join(folder, packName(number)), writePack(packed));
  }
  await writeFile(join(folder, PACK_COUNT), String(count));
}
