import { UnreadableFile } from "../unreadable-file.ts";

const UTF8_FLAG = 0x0800;

/** Names that lead out of the folder or that two systems read differently. Never used as a path, refused all the same. */
const ODD_NAME = /^[/\\]|^[A-Za-z]:|\\|(?:^|\/)\.{1,2}(?:\/|$)|\/\/|[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

function decodeName(bytes: Uint8Array, flags: number): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    if ((flags & UTF8_FLAG) !== 0) return "";
    // Chinese Windows writes names in its own code page without saying so.
    return new TextDecoder("gb18030").decode(bytes);
  }
}

export function toEntryName(bytes: Uint8Array, flags: number): string {
  const name = decodeName(bytes, flags);
  if (name === "" || name.length > 255 || ODD_NAME.test(name)) {
    throw new UnreadableFile(
      "odd_entry_name",
      "文件内部含有不正常的路径名，可能被改动过。请用 Word、Excel 或 WPS 重新另存后上传。",
    );
  }
  return name;
}

/** Part names are compared without case (ECMA-376 Part 2 §6.2.2.3) and in one Unicode form. */
export function entryNameKey(name: string): string {
  return name.normalize("NFC").toLowerCase();
}
