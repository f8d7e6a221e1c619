import { readCentralDirectory } from "#exchange/zip/central-directory.ts";
import { inflateEntry } from "#exchange/zip/inflate-entry.ts";
import { readPackedEntries } from "#exchange/zip/packed-bytes.ts";
import type { ZipLimits } from "#exchange/zip/zip-limits.ts";

const GIGABYTE = 1024 ** 3;
/** Archives of our own making: only the format sets bounds (APPNOTE 4.4.1.4; deflate packs at most 1,032 to 1). */
const LIMITS: ZipLimits = {
  fileBytes: 4 * GIGABYTE,
  entries: 0xfffe,
  inflatedBytes: 16 * GIGABYTE,
  ratio: 1100,
  smallEntryBytes: 1024,
};

export type Packed = { readonly name: string; readonly bytes: Uint8Array };

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/**
 * The entries one at a time, and under the name "" what stands around them: names, comments, extra fields. Throws where
 * something lies between the entries, or one is not what the directory says (src/exchange/zip).
 */
export async function* readZip(bytes: Uint8Array): AsyncGenerator<Packed> {
  const directory = readCentralDirectory(bytes, LIMITS);
  yield { name: "", bytes: bytes.subarray(directory.startsAt) };
  for (const item of readPackedEntries(bytes, directory)) {
    const { localOffset, name } = item.entry;
    yield { name: "", bytes: bytes.subarray(localOffset, item.packed.byteOffset - bytes.byteOffset) };
    if (!name.endsWith("/") || item.entry.size > 0) yield { name, bytes: await inflateEntry(item) };
  }
}
