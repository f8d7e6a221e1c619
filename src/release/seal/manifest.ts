import { hash } from "node:crypto";
import { toRootLeaves } from "#domain/seal/release-seal.ts";
import { merkleRoot } from "./merkle.ts";

export type FileSeal = { readonly path: string; readonly bytes: number; readonly sha256: string };

/** Files that change together, under one root: what did not change is one link in the next release. */
export type PartSeal = {
  /** Folder inside the site, "" for all that lies in no other part. */
  readonly name: string;
  readonly root: string;
  readonly files: number;
  readonly bytes: number;
};

/** Kept beside the site. */
export type Manifest = {
  readonly id: string;
  readonly createdAt: string;
  readonly previous: string | null;
  readonly previousRoot: string | null;
  readonly auditHead: string | null;
  /** The address for which its links were made. */
  readonly origin: string;
  readonly base: string;
  readonly root: string;
  /** First leaf of the root. */
  readonly salt: string;
  readonly pages: number;
  readonly files: number;
  readonly bytes: number;
  readonly parts: readonly PartSeal[];
  /**
   * {assignment}@{edition} of every reply that the release before still held and this one does not; null where that is
   * not known. Any of it makes every older release one that may not be shown again.
   */
  readonly gone: readonly string[] | null;
};

export function sealFile(path: string, bytes: Uint8Array): FileSeal {
  return { path, bytes: bytes.length, sha256: hash("sha256", bytes) };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** In the order in which their root is made. */
export function sortFiles(files: Iterable<FileSeal>): FileSeal[] {
  return [...files].toSorted((a, b) => compare(a.path, b.path));
}

/** @param files as `sortFiles` orders them */
export function sealPart(name: string, files: readonly FileSeal[]): PartSeal {
  return {
    name,
    root: merkleRoot(files.map((file) => [file.path, file.sha256])),
    files: files.length,
    bytes: files.reduce((sum, file) => sum + file.bytes, 0),
  };
}

/** The root over the salt and the roots of the parts, by name. */
export function releaseRoot(parts: readonly PartSeal[], salt: string | undefined): string {
  return merkleRoot(toRootLeaves(parts, salt));
}
