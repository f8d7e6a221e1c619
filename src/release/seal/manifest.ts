import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import { merkleRoot } from "./merkle.ts";

export type FileSeal = { readonly path: string; readonly bytes: number; readonly sha256: string };

/** Kept beside the site, not in it: names what a later release must still hold. */
export type Manifest = {
  readonly id: string;
  readonly createdAt: string;
  readonly previous: string | null;
  readonly auditHead: string | null;
  readonly root: string;
  readonly pages: number;
  /** {assignment}@{edition} of every reply in it: an older release that holds one that is gone must go. */
  readonly holds: readonly string[];
  readonly files: readonly FileSeal[];
};

async function hashFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}

/** Every file of the folder with size and hash, by path. */
export async function sealFiles(folder: string): Promise<FileSeal[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const seals: FileSeal[] = [];
  for (const name of names.toSorted()) {
    const path = relative(folder, name).replaceAll("\\", "/");
    seals.push({ path, bytes: (await stat(name)).size, sha256: await hashFile(name) });
  }
  return seals;
}

export function makeManifest(head: Omit<Manifest, "root" | "files">, files: readonly FileSeal[]): Manifest {
  return { ...head, root: merkleRoot(files), files };
}

/** What the public reads at /.well-known/huiyin-release.json. */
export function publicSeal(manifest: Manifest): Record<string, unknown> {
  const { id, createdAt, previous, auditHead, root, pages, files } = manifest;
  return { id, createdAt, previous, auditHead, root, pages, files: files.length };
}
