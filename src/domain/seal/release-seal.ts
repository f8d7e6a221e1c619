import { findRoot, type Sha256 } from "./merkle-tree.ts";

/** /.well-known/huiyin-release.json: what a release says of itself. */
export type ReleaseSeal = {
  readonly id: string;
  readonly createdAt: string;
  readonly previous: string | null;
  readonly previousRoot: string | null;
  /** Hash of the last row of the audit when the release was read. */
  readonly auditHead: string | null;
  readonly root: string;
  /** First leaf of the root, hex; goes with the release. Roots made before there were salts have none. */
  readonly salt?: string;
  readonly pages: number;
  readonly files: number;
  readonly parts: readonly { readonly name: string; readonly root: string; readonly files: number }[];
  /** Ed25519 (RFC 8032), base64url; over `toStatement`. */
  readonly publicKey: string;
  readonly signature: string;
};

/** A part's list: /.well-known/huiyin-files/{part}.json */
export type ListedFile = { readonly path: string; readonly bytes: number; readonly sha256: string };

export const SEAL_PATH = ".well-known/huiyin-release.json";

/** Where the list of a part's files stands in the site. */
export function partListOf(name: string): string {
  return `.well-known/huiyin-files/${name === "" ? "site" : name.replaceAll("/", "-")}.json`;
}

/** What is signed. */
export function toStatement(seal: Omit<ReleaseSeal, "signature" | "parts" | "salt">): string {
  const { id, createdAt, previous, previousRoot, auditHead, root, pages, files, publicKey } = seal;
  const facts = [id, createdAt, previous ?? "-", previousRoot ?? "-", auditHead ?? "-", root, pages, files, publicKey];
  return ["huiyin-release-v1", ...facts].join("\n");
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
}

/** WebCrypto's. */
type Subtle = Pick<SubtleCrypto, "importKey" | "verify">;

/** Did the holder of this key say so? Key and signature as base64url; false also for what is no key. */
export async function isSaidBy(
  publicKey: string,
  signature: string,
  statement: string,
  subtle: Subtle,
): Promise<boolean> {
  try {
    const key = await subtle.importKey("raw", fromBase64Url(publicKey), "Ed25519", false, ["verify"]);
    return await subtle.verify("Ed25519", key, fromBase64Url(signature), new TextEncoder().encode(statement));
  } catch {
    return false;
  }
}

/** The one who holds the key says this of the release. */
export async function isSigned(seal: ReleaseSeal, subtle: Subtle): Promise<boolean> {
  return await isSaidBy(seal.publicKey, seal.signature, toStatement(seal), subtle);
}

/** What the root of a release is made over: its salt, then the roots of its parts by name. */
export function toRootLeaves(
  parts: readonly { readonly name: string; readonly root: string }[],
  salt: string | undefined,
): (readonly [name: string, hash: string])[] {
  const sorted = parts.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const leaves = sorted.map(({ name, root }) => [name, root] as const);
  return salt === undefined ? leaves : [["#salt", salt], ...leaves];
}

/** The roots of the parts make the root that is signed. */
export async function hasTrueParts(seal: ReleaseSeal, sha256: Sha256): Promise<boolean> {
  return (await findRoot(toRootLeaves(seal.parts, seal.salt), sha256)) === seal.root;
}

/** The list of a part makes the root of the part. */
export async function isTrueList(files: readonly ListedFile[], root: string, sha256: Sha256): Promise<boolean> {
  return (
    (await findRoot(
      files.map((file) => [file.path, file.sha256]),
      sha256,
    )) === root
  );
}
