import type { CentralDirectory, ZipEntry } from "./central-directory.ts";
import { brokenZip } from "./central-directory.ts";
import { entryNameKey, toEntryName } from "./entry-name.ts";

export type PackedEntry = { readonly entry: ZipEntry; readonly packed: Uint8Array };

const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_SIZE = 30;
const DESCRIPTOR_FLAG = 0x0008;

function readLocal(bytes: Uint8Array, view: DataView, entry: ZipEntry): { packed: Uint8Array; end: number } {
  const at = entry.localOffset;
  if (at + LOCAL_SIZE > bytes.length || view.getUint32(at, true) !== LOCAL_SIGNATURE) throw brokenZip();
  const nameLength = view.getUint16(at + 26, true);
  const start = at + LOCAL_SIZE + nameLength + view.getUint16(at + 28, true);
  const end = start + entry.packedSize;
  if (end > bytes.length) throw brokenZip();
  const name = toEntryName(bytes.subarray(at + LOCAL_SIZE, at + LOCAL_SIZE + nameLength), entry.flags);
  if (entryNameKey(name) !== entryNameKey(entry.name)) throw brokenZip();
  if (view.getUint16(at + 8, true) !== entry.method) throw brokenZip();
  return { packed: bytes.subarray(start, end), end };
}

/** A data descriptor (APPNOTE 4.3.9) has 12 bytes, or 16 with its signature; anything else between entries is a hiding place. */
function isAllowedGap(entry: ZipEntry, gap: number): boolean {
  return gap === 0 || ((entry.flags & DESCRIPTOR_FLAG) !== 0 && (gap === 12 || gap === 16));
}

/** The packed bytes of every entry. Entries must lie side by side from the first byte to the directory: no overlap, no gap. */
export function readPackedEntries(bytes: Uint8Array, { entries, startsAt }: CentralDirectory): PackedEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const inOrder = entries.toSorted((left, right) => left.localOffset - right.localOffset);
  let expected = 0;
  let previous: ZipEntry | undefined;
  const packedEntries: PackedEntry[] = [];
  for (const entry of inOrder) {
    const gap = entry.localOffset - expected;
    if (previous ? !isAllowedGap(previous, gap) : gap !== 0) throw brokenZip();
    const { packed, end } = readLocal(bytes, view, entry);
    packedEntries.push({ entry, packed });
    expected = end;
    previous = entry;
  }
  if (previous && !isAllowedGap(previous, startsAt - expected)) throw brokenZip();
  return packedEntries;
}
