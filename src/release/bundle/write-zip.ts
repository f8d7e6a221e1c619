import type { FileHandle } from "node:fs/promises";
import { deflateSync } from "fflate";
import { crc32 } from "#exchange/zip/crc32.ts";

/** Already packed: packing once more only costs time. */
const PACKED = /\.(?:gz|zip|xlsx|pdf|png|jpe?g)$/;
/** 1 January 1980, 00:00: no clock of ours is in the bytes. */
const DAY = 0x21;
const UTF8 = 0x0800;
/** Made on Unix, a plain file that all may read: so programs take the names for UTF-8 and leave the files readable. */
const UNIX = 3 << 8;
const READABLE = 0o100644 * 0x10000;
const MOST_ENTRIES = 0xffff;
const LARGEST_OFFSET = 0xffffffff;

type Entry = { readonly head: Buffer; readonly name: Buffer; readonly offset: number };

/** What the local and the central header say alike (APPNOTE 4.3.7, 4.3.12), from the version needed to the lengths. */
function toHead(bytes: Uint8Array, packed: Uint8Array, method: number, name: Buffer): Buffer {
  const head = Buffer.alloc(26);
  head.writeUInt16LE(45, 0);
  head.writeUInt16LE(UTF8, 2);
  head.writeUInt16LE(method, 4);
  head.writeUInt16LE(0, 6);
  head.writeUInt16LE(DAY, 8);
  head.writeUInt32LE(crc32(bytes), 10);
  head.writeUInt32LE(packed.length, 14);
  head.writeUInt32LE(bytes.length, 18);
  head.writeUInt16LE(name.length, 22);
  return head;
}

function toCentral({ head, name, offset }: Entry): Buffer {
  const isFar = offset >= LARGEST_OFFSET;
  // ZIP64 extra field (APPNOTE 4.5.3): the offset alone.
  const extra = Buffer.alloc(isFar ? 12 : 0);
  if (isFar) {
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(8, 2);
    extra.writeBigUInt64LE(BigInt(offset), 4);
  }
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(UNIX | 45, 4);
  head.copy(central, 6);
  central.writeUInt16LE(extra.length, 30);
  central.writeUInt32LE(READABLE, 38);
  central.writeUInt32LE(isFar ? LARGEST_OFFSET : offset, 42);
  return Buffer.concat([central, name, extra]);
}

/** End of the directory (APPNOTE 4.3.16), with that of ZIP64 (4.3.14, 4.3.15) in front where a number does not fit. */
function toEnd(entries: number, size: number, start: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(entries, MOST_ENTRIES), 8);
  end.writeUInt16LE(Math.min(entries, MOST_ENTRIES), 10);
  end.writeUInt32LE(Math.min(size, LARGEST_OFFSET), 12);
  end.writeUInt32LE(Math.min(start, LARGEST_OFFSET), 16);
  if (entries < MOST_ENTRIES && start + size < LARGEST_OFFSET) return end;
  const far = Buffer.alloc(76);
  far.writeUInt32LE(0x06064b50, 0);
  far.writeBigUInt64LE(44n, 4);
  far.writeUInt16LE(45, 12);
  far.writeUInt16LE(45, 14);
  far.writeBigUInt64LE(BigInt(entries), 24);
  far.writeBigUInt64LE(BigInt(entries), 32);
  far.writeBigUInt64LE(BigInt(size), 40);
  far.writeBigUInt64LE(BigInt(start), 48);
  far.writeUInt32LE(0x07064b50, 56);
  far.writeBigUInt64LE(BigInt(start + size), 64);
  far.writeUInt32LE(1, 72);
  return Buffer.concat([far, end]);
}

/** Writes a ZIP entry by entry, of any size; equal entries in equal order make equal bytes. */
export class ZipWriter {
  readonly #file: FileHandle;
  readonly #entries: Entry[] = [];
  #offset = 0;

  constructor(file: FileHandle) {
    this.#file = file;
  }

  get entries(): number {
    return this.#entries.length;
  }

  async #write(bytes: Uint8Array): Promise<void> {
    await this.#file.writeFile(bytes);
    this.#offset += bytes.length;
  }

  async add(path: string, bytes: Uint8Array): Promise<void> {
    const name = Buffer.from(path);
    const isStored = PACKED.test(path);
    const packed = isStored ? bytes : deflateSync(bytes);
    const head = toHead(bytes, packed, isStored ? 0 : 8, name);
    this.#entries.push({ head, name, offset: this.#offset });
    const signature = Buffer.from([0x50, 0x4b, 3, 4]);
    await this.#write(Buffer.concat([signature, head, name, packed]));
  }

  /** Bytes of the whole file. */
  async finish(): Promise<number> {
    const start = this.#offset;
    for (const entry of this.#entries) await this.#write(toCentral(entry));
    await this.#write(toEnd(this.#entries.length, this.#offset - start, start));
    return this.#offset;
  }
}
