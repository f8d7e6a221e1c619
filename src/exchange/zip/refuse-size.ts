import { UnreadableFile } from "../unreadable-file.ts";
import { megabytes } from "./zip-limits.ts";

/** Refuses by size before anything else is read. */
export function refuseLargeFile(bytes: Uint8Array, limit: number): void {
  if (bytes.length <= limit) return;
  throw new UnreadableFile(
    "too_large",
    `文件有 ${megabytes(bytes.length)}，超过 ${megabytes(limit)} 的上限。请删去其中的图片等附带内容，或拆成几个文件后重新上传。`,
  );
}
