import { brokenAttachment } from "./attachment-file.ts";
import { joinBytes } from "./clean-png.ts";

const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;
/** Any number of these may stand before a marker. */
const FILL = 0xff;
const COMMENT = 0xfe;
const FIRST_APP = 0xe0;
const LAST_APP = 0xef;
/** JFIF and the colour transform of Adobe: without them colours change. EXIF, XMP, profiles and previews go. */
const KEPT_APPS = new Set([0xe0, 0xee]);
const MOST_PIXELS = 100_000_000;

const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
const isRestart = (marker: number): boolean => marker >= 0xd0 && marker <= 0xd7;

/** Where the entropy-coded data that begins at `at` ends: before the next marker that is no restart. */
function scanEnd(bytes: Uint8Array, at: number): number {
  let next = at;
  while (next < bytes.length - 1) {
    const marker = bytes[next + 1] ?? 0;
    if (bytes[next] === 0xff && marker !== 0 && marker !== 0xff && !isRestart(marker)) return next;
    next += 1;
  }
  throw brokenAttachment();
}

function refuseSize(segment: Uint8Array): void {
  const view = new DataView(segment.buffer, segment.byteOffset, segment.byteLength);
  if (segment.length < 10 || view.getUint16(5) * view.getUint16(7) > MOST_PIXELS) throw brokenAttachment();
}

function nameOf(marker: number): string | undefined {
  if (marker === COMMENT) return "COM";
  if (marker < FIRST_APP || marker > LAST_APP || KEPT_APPS.has(marker)) return undefined;
  return `APP${marker - FIRST_APP}`;
}

type Segment = { readonly marker: number; readonly bytes: Uint8Array; readonly end: number };

/** The segment at `at`, with the scan that follows it if it opens one; `end` is where the next begins. */
function readSegment(bytes: Uint8Array, view: DataView, at: number): Segment {
  if (at + 2 > bytes.length || bytes[at] !== 0xff) throw brokenAttachment();
  const marker = bytes[at + 1] ?? 0;
  if (marker === FILL) return { marker, bytes: bytes.subarray(at, at), end: at + 1 };
  if (marker === END_OF_IMAGE) return { marker, bytes: bytes.subarray(at, at + 2), end: at + 2 };
  if (at + 4 > bytes.length) throw brokenAttachment();
  const end = at + 2 + view.getUint16(at + 2);
  if (end > bytes.length || end < at + 4) throw brokenAttachment();
  const last = marker === START_OF_SCAN ? scanEnd(bytes, end) : end;
  return { marker, bytes: bytes.subarray(at, last), end: last };
}

function* readSegments(bytes: Uint8Array): Generator<Segment> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let segment = readSegment(bytes, view, 2);
  while (segment.marker !== END_OF_IMAGE) {
    yield segment;
    segment = readSegment(bytes, view, segment.end);
  }
  yield segment;
}

// A second file behind the picture is a polyglot (security.md T-U11); some cameras pad with zeros.
function refuseTail(bytes: Uint8Array, end: number): void {
  if (bytes.subarray(end).some((byte) => byte !== 0)) throw brokenAttachment();
}

/** Segments that no viewer needs: EXIF, XMP, comments, profiles, previews. */
export function listJpegMetadata(bytes: Uint8Array): Uint8Array[] {
  const segments = [...readSegments(bytes)];
  refuseTail(bytes, segments.at(-1)?.end ?? 0);
  const own = segments.filter(({ marker }) => marker === COMMENT || (marker >= FIRST_APP && marker <= LAST_APP));
  return own.map((segment) => segment.bytes);
}

/** A JPEG without EXIF (position, device, preview), XMP, comments and profiles; nothing may follow its end. */
export function cleanJpeg(bytes: Uint8Array): { readonly bytes: Uint8Array; readonly removed: readonly string[] } {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  const removed: string[] = [];
  let frames = 0;
  let end = 2;
  for (const segment of readSegments(bytes)) {
    end = segment.end;
    if (isFrame(segment.marker)) {
      frames += 1;
      refuseSize(segment.bytes);
    }
    const name = nameOf(segment.marker);
    if (name) removed.push(name);
    else kept.push(segment.bytes);
  }
  if (frames === 0) throw brokenAttachment();
  refuseTail(bytes, end);
  return { bytes: joinBytes(kept), removed };
}
