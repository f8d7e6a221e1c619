import { UnreadableFile } from "../unreadable-file.ts";
import { entryNameKey, toEntryName } from "./entry-name.ts";
import type { ZipLimits } from "./zip-limits.ts";
import { megabytes } from "./zip-limits.ts";

export type ZipEntry = {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly localOffset: number;
};

export type CentralDirectory = { readonly entries: readonly ZipEntry[]; readonly startsAt: number };

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const END_SIZE = 22;
const ENTRY_SIZE = 46;
const LONGEST_COMMENT = 0xffff;
const ENCRYPTED_FLAG = 0x0001;
const STORED = 0;
const DEFLATED = 8;

export const brokenZip = (): UnreadableFile =>
  new UnreadableFile("broken_zip", "文件不完整或内部结构已损坏。请在原电脑上确认能够打开，再另存一份后重新上传。");

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The one end record whose comment reaches the last byte; a second one is refused (APPNOTE 4.3.16 allows one). */
function findEnd(bytes: Uint8Array, view: DataView): number {
  const found: number[] = [];
  const first = Math.max(0, bytes.length - END_SIZE - LONGEST_COMMENT);
  for (let at = bytes.length - END_SIZE; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END_SIGNATURE) found.push(at);
  }
  const closing = found.filter((at) => at + END_SIZE + view.getUint16(at + 20, true) === bytes.length);
  const [end] = closing;
  if (end === undefined) throw brokenZip();
  if (closing.length > 1 || found.some((at) => at > end)) {
    throw new UnreadableFile(
      "two_directories",
      "文件内部有两份目录，不同软件会读出不同内容。请用 Word、Excel 或 WPS 重新另存后上传。",
    );
  }
  return end;
}

function readEntry(bytes: Uint8Array, view: DataView, at: number, end: number): { entry: ZipEntry; next: number } {
  if (at + ENTRY_SIZE > end || view.getUint32(at, true) !== ENTRY_SIGNATURE) throw brokenZip();
  const nameLength = view.getUint16(at + 28, true);
  const next = at + ENTRY_SIZE + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  if (next > end) throw brokenZip();
  const flags = view.getUint16(at + 8, true);
  const entry = {
    name: toEntryName(bytes.subarray(at + ENTRY_SIZE, at + ENTRY_SIZE + nameLength), flags),
    flags,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    localOffset: view.getUint32(at + 42, true),
  };
  return { entry, next };
}

function refuseEntry(entry: ZipEntry, limits: ZipLimits): void {
  if ((entry.flags & ENCRYPTED_FLAG) !== 0) {
    throw new UnreadableFile("encrypted", "文件设置了打开密码，无法读取。请取消密码保护后重新上传。");
  }
  if (entry.method !== STORED && entry.method !== DEFLATED) throw brokenZip();
  if (entry.size > limits.smallEntryBytes && entry.size > entry.packedSize * limits.ratio) throw zipBomb(limits);
}

function zipBomb(limits: ZipLimits): UnreadableFile {
  return new UnreadableFile(
    "zip_bomb",
    `文件解压后过大（上限 ${megabytes(limits.inflatedBytes)}，压缩比上限 ${limits.ratio} 倍），已停止读取。请用 Word、Excel 或 WPS 重新另存后上传。`,
  );
}

function refuseWhole(entries: readonly ZipEntry[], limits: ZipLimits): void {
  for (const entry of entries) refuseEntry(entry, limits);
  if (entries.reduce((sum, entry) => sum + entry.size, 0) > limits.inflatedBytes) throw zipBomb(limits);
  if (new Set(entries.map((entry) => entryNameKey(entry.name))).size !== entries.length) {
    throw new UnreadableFile(
      "duplicate_entry",
      "文件内部有重名的部分，不同软件会读出不同内容。请用 Word、Excel 或 WPS 重新另存后上传。",
    );
  }
}

/** Walks the central directory and refuses what the limits forbid, on declared sizes; the lengths are proved on inflating. */
export function readCentralDirectory(bytes: Uint8Array, limits: ZipLimits): CentralDirectory {
  if (bytes.length < END_SIZE) throw brokenZip();
  const view = viewOf(bytes);
  const end = findEnd(bytes, view);
  const count = view.getUint16(end + 10, true);
  if (count > limits.entries) {
    throw new UnreadableFile(
      "too_many_entries",
      `文件内部有 ${count} 个部分，超过 ${limits.entries} 个的上限。请重新另存，或拆成几个文件后上传。`,
    );
  }
  const startsAt = view.getUint32(end + 16, true);
  if (startsAt + view.getUint32(end + 12, true) !== end || view.getUint16(end + 8, true) !== count) throw brokenZip();
  const entries: ZipEntry[] = [];
  let at = startsAt;
  for (let index = 0; index < count; index += 1) {
    const { entry, next } = readEntry(bytes, view, at, end);
    entries.push(entry);
    at = next;
  }
  if (at !== end) throw brokenZip();
  refuseWhole(entries, limits);
  return { entries, startsAt };
}
