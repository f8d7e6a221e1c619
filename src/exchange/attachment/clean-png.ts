import { crc32 } from "../zip/crc32.ts";
import { brokenAttachment } from "./attachment-file.ts";

const SIGNATURE = 8;
const OVERHEAD = 12;
/** What a viewer needs (PNG 3rd edition §11): everything else is text, time, position or anybody's own. */
const KEPT = new Set(["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "sRGB", "sBIT", "bKGD", "pHYs"]);
const MOST_PIXELS = 100_000_000;

type Chunk = { readonly type: string; readonly bytes: Uint8Array };

function readChunk(bytes: Uint8Array, view: DataView, at: number): Chunk {
  if (at + OVERHEAD > bytes.length) throw brokenAttachment();
  const length = view.getUint32(at);
  const end = at + OVERHEAD + length;
  if (end > bytes.length) throw brokenAttachment();
  if (crc32(bytes.subarray(at + 4, end - 4)) !== view.getUint32(end - 4)) throw brokenAttachment();
  const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
  return { type, bytes: bytes.subarray(at, end) };
}

function* readChunks(bytes: Uint8Array): Generator<Chunk> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = SIGNATURE;
  let last = "";
  while (last !== "IEND") {
    const chunk = readChunk(bytes, view, at);
    if ((last === "") !== (chunk.type === "IHDR")) throw brokenAttachment();
    yield chunk;
    last = chunk.type;
    at += chunk.bytes.length;
  }
  // A second file behind the picture is a polyglot (security.md T-U11).
  if (at !== bytes.length) throw brokenAttachment();
}

/** Type and content of each chunk that no viewer needs: texts, times, positions, anybody's own. */
export function listPngMetadata(bytes: Uint8Array): Uint8Array[] {
  const own = [...readChunks(bytes)].filter(({ type }) => !KEPT.has(type));
  return own.map((chunk) => chunk.bytes.subarray(4, -4));
}

function refuseSize({ bytes }: Chunk): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length !== OVERHEAD + 13 || view.getUint32(8) * view.getUint32(12) > MOST_PIXELS) throw brokenAttachment();
}

/** A PNG without text, times, positions and private chunks; nothing may follow its end. `removed` names what went. */
export function cleanPng(bytes: Uint8Array): { readonly bytes: Uint8Array; readonly removed: readonly string[] } {
  const kept: Uint8Array[] = [bytes.subarray(0, SIGNATURE)];
  const removed: string[] = [];
  for (const chunk of readChunks(bytes)) {
    if (chunk.type === "IHDR") refuseSize(chunk);
    if (KEPT.has(chunk.type)) kept.push(chunk.bytes);
    else removed.push(chunk.type);
  }
  return { bytes: joinBytes(kept), removed };
}

export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
