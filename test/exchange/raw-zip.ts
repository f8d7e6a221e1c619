import { deflateSync } from "fflate";
import { crc32 } from "#exchange/zip/crc32.ts";

/** One entry as it is written; the fields override what would be true. */
export type RawEntry = {
  readonly name: string;
  readonly data: Uint8Array;
  readonly localName?: string;
  readonly declaredSize?: number;
  readonly flags?: number;
  readonly crc?: number;
  readonly stored?: boolean;
};

const utf8 = new TextEncoder();

function header(size: number, write: (view: DataView) => void): Uint8Array {
  const bytes = new Uint8Array(size);
  write(new DataView(bytes.buffer));
  return bytes;
}

export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

type Packed = RawEntry & { readonly packed: Uint8Array; readonly offset: number };

function writeSizes(view: DataView, at: number, entry: Packed): void {
  view.setUint32(at, entry.crc ?? crc32(entry.data), true);
  view.setUint32(at + 4, entry.packed.length, true);
  view.setUint32(at + 8, entry.declaredSize ?? entry.data.length, true);
}

function localHeader(entry: Packed): Uint8Array {
  const name = utf8.encode(entry.localName ?? entry.name);
  const fixed = header(30, (view) => {
    view.setUint32(0, 0x04034b50, true);
    view.setUint16(6, entry.flags ?? 0x0800, true);
    view.setUint16(8, entry.stored ? 0 : 8, true);
    writeSizes(view, 14, entry);
    view.setUint16(26, name.length, true);
  });
  return concat([fixed, name, entry.packed]);
}

function centralHeader(entry: Packed): Uint8Array {
  const name = utf8.encode(entry.name);
  const fixed = header(46, (view) => {
    view.setUint32(0, 0x02014b50, true);
    view.setUint16(8, entry.flags ?? 0x0800, true);
    view.setUint16(10, entry.stored ? 0 : 8, true);
    writeSizes(view, 16, entry);
    view.setUint16(28, name.length, true);
    view.setUint32(42, entry.offset, true);
  });
  return concat([fixed, name]);
}

/** Writes a ZIP byte by byte, so that a test can lie where a library would not. */
export function writeRawZip(entries: readonly RawEntry[], comment = ""): Uint8Array {
  let offset = 0;
  const locals: Uint8Array[] = [];
  const packed = entries.map((entry): Packed => {
    const item = { ...entry, packed: entry.stored ? entry.data : deflateSync(entry.data), offset };
    const local = localHeader(item);
    locals.push(local);
    offset += local.length;
    return item;
  });
  const directory = concat(packed.map(centralHeader));
  const note = utf8.encode(comment);
  const end = header(22, (view) => {
    view.setUint32(0, 0x06054b50, true);
    view.setUint16(8, entries.length, true);
    view.setUint16(10, entries.length, true);
    view.setUint32(12, directory.length, true);
    view.setUint32(16, offset, true);
    view.setUint16(20, note.length, true);
  });
  return concat([...locals, directory, end, note]);
}
