import { gunzipSync } from "node:zlib";

export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** Bytes that it takes to say the name, comment and extra field (RFC 1952 §2.3), which a reader seldom sees. */
const LONGEST_HEAD = 70_000;

/** Known to Node (zlib, `info`) and not to its types. */
const TELL = { info: true };

/** What a gzip file holds, and what its head says. Throws where something lies behind it, or more than `most` bytes in it. */
export function readGzip(path: string, bytes: Uint8Array, most: number): { head: Uint8Array; content: Uint8Array } {
  const told = gunzipSync(bytes, { maxOutputLength: most, ...TELL });
  const { buffer, engine } = told as unknown as { buffer: Buffer; engine: { bytesWritten: number } };
  if (engine.bytesWritten !== bytes.length) throw new Error(`Failed to scan ${path}: something lies behind its end`);
  return { head: bytes.subarray(0, bytes[3] === 0 ? 10 : LONGEST_HEAD), content: buffer };
}
