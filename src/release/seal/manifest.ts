import { createHash } from "node:crypto";
import { merkleRoot } from "./merkle.ts";

export type FileSeal = { readonly path: string; readonly bytes: number; readonly sha256: string };

/** Kept beside the site, not in it: names what a later release must still hold. */
export type Manifest = {
  readonly id: string;
  readonly createdAt: string;
  readonly previous: string | null;
  readonly auditHead: string | null;
  /** The address for which its links were made. */
  readonly origin: string;
  readonly base: string;
  readonly root: string;
  readonly pages: number;
  /** {assignment}@{edition} of every reply in it: an older release that holds one that is gone must go. */
  readonly holds: readonly string[];
  readonly files: readonly FileSeal[];
};

export function sealFile(path: string, bytes: Uint8Array): FileSeal {
  return { path, bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
}

export function makeManifest(head: Omit<Manifest, "root" | "files">, files: readonly FileSeal[]): Manifest {
  return { ...head, root: merkleRoot(files), files };
}

/** What the public reads at /.well-known/huiyin-release.json. */
export function publicSeal(manifest: Manifest): Record<string, unknown> {
  const { id, createdAt, previous, auditHead, root, pages, files } = manifest;
  return { id, createdAt, previous, auditHead, root, pages, files: files.length };
}
