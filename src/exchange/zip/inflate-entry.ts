import { UnreadableFile } from "../unreadable-file.ts";
import { brokenZip } from "./central-directory.ts";
import { crc32 } from "./crc32.ts";
import type { PackedEntry } from "./packed-bytes.ts";

const lengthMismatch = (): UnreadableFile =>
  new UnreadableFile(
    "length_mismatch",
    "文件内部登记的长度与实际内容不符，可能被改动过。请用 Word、Excel 或 WPS 重新另存后上传。",
  );

/** Reads at most `size` bytes: the declared length is the cap, so a lie costs nothing (security F6). */
async function readExactly(stream: ReadableStream<Uint8Array>, size: number): Promise<Uint8Array> {
  const out = new Uint8Array(size);
  let length = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    if (length + value.length > size) {
      await reader.cancel().catch(() => undefined);
      throw lengthMismatch();
    }
    out.set(value, length);
    length += value.length;
  }
  if (length !== size) throw lengthMismatch();
  return out;
}

async function inflate(packed: Uint8Array, size: number): Promise<Uint8Array> {
  const source = new Blob([packed.slice()]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  try {
    return await readExactly(source, size);
  } catch (error) {
    throw error instanceof UnreadableFile ? error : brokenZip();
  }
}

/** The plain bytes of one entry, their length and CRC proved against the directory. */
export async function inflateEntry({ entry, packed }: PackedEntry): Promise<Uint8Array> {
  const bytes = entry.method === 0 ? packed : await inflate(packed, entry.size);
  if (bytes.length !== entry.size) throw lengthMismatch();
  if (crc32(bytes) !== entry.crc) throw brokenZip();
  return bytes;
}
