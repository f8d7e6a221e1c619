import { UnreadableFile } from "../unreadable-file.ts";

function decodeStrictly(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : undefined;
}

/** Text in UTF-8 (with or without mark), UTF-16 with its mark, or GB18030, which holds GBK and GB2312. The mark is dropped. */
export function decodeText(bytes: Uint8Array): string {
  const marked = markedEncoding(bytes);
  const text = marked
    ? decodeStrictly(bytes, marked)
    : (decodeStrictly(bytes, "utf-8") ?? decodeStrictly(bytes, "gb18030"));
  if (text === undefined) {
    throw new UnreadableFile(
      "unknown_encoding",
      "文件的文字编码无法识别。请在 Excel 或 WPS 中打开，另存为 .xlsx 后重新上传。",
    );
  }
  return text;
}
