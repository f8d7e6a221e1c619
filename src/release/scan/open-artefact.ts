import { gunzipSync } from "node:zlib";
import { extname } from "node:path";
import { isGzip } from "./is-gzip.ts";

const TEXT = new Set([
  ".html",
  ".json",
  ".xml",
  ".csv",
  ".txt",
  ".js",
  ".mjs",
  ".css",
  ".svg",
  ".webmanifest",
  ".atom",
]);
/** Compiled code of the search engine: the same bytes for every city. Its version is pinned by the lock file. */
const CODE = /(^|\/)pagefind\/(?:[^/]+\/)?wasm\.[\w-]+\.pagefind$/;

/**
 * The text inside one file of a release. Throws for a kind that it cannot open: what cannot be looked into
 * is not released (fail closed, design §1.7).
 */
export function openArtefact(path: string, bytes: Uint8Array, unpacked = false): string {
  if (CODE.test(path)) return "";
  // A Pagefind fragment is gzip under a name of its own; binary index chunks are searched as text too.
  if (isGzip(bytes)) return openArtefact(path, gunzipSync(bytes), true);
  if (unpacked || TEXT.has(extname(path))) return new TextDecoder().decode(bytes);
  throw new Error(`Failed to scan ${path}: no way to look into this kind of file`);
}
