import { inflateSync } from "node:zlib";
import { listJpegMetadata } from "#exchange/attachment/clean-jpeg.ts";
import { listPngMetadata } from "#exchange/attachment/clean-png.ts";
import { readRawText } from "./raw-text.ts";

const PNG = [0x89, 0x50, 0x4e, 0x47];
const JPEG = [0xff, 0xd8, 0xff];
const LARGEST = 16 * 1024 * 1024;

const begins = (bytes: Uint8Array, signature: readonly number[]) =>
  signature.every((byte, index) => bytes[index] === byte);

export function isImage(bytes: Uint8Array): boolean {
  return begins(bytes, PNG) || begins(bytes, JPEG);
}

/** Of a chunk with packed text (zTXt, iTXt, iCCP: PNG 3rd edition §11.3.3): where the packed part begins nobody need know. */
function* unpack(chunk: Uint8Array): Generator<Uint8Array> {
  // Type and keyword come before; a zlib stream begins with 0x78 (RFC 1950 §2.2, 32 kB windows) or a smaller window.
  for (let at = 4; at < Math.min(chunk.length, 700); at++) {
    if (((chunk[at] as number) & 0x0f) !== 8 || (((chunk[at] as number) << 8) | (chunk[at + 1] ?? 0)) % 31 !== 0)
      continue;
    try {
      yield inflateSync(chunk.subarray(at), { maxOutputLength: LARGEST });
    } catch {
      // No stream begins here.
    }
  }
}

/** What an image says besides its picture. Throws where its structure is broken or something lies behind its end. */
export function* readImage(bytes: Uint8Array): Generator<string> {
  const isPng = begins(bytes, PNG);
  for (const segment of isPng ? listPngMetadata(bytes) : listJpegMetadata(bytes)) {
    yield* readRawText(segment);
    if (isPng) for (const content of unpack(segment)) yield* readRawText(content);
  }
}
