import type { FileKind } from "./file-kind.ts";
import { UnreadableFile } from "./unreadable-file.ts";

export type WantedFile = "docx" | "xlsx" | "csv" | "zip";

const WANTED: Readonly<Record<WantedFile, string>> = {
  docx: "Word 文档（.docx）",
  xlsx: "Excel 工作簿（.xlsx）",
  csv: "CSV 文本（.csv）",
  zip: "ZIP 压缩包（.zip）",
};

const saveAs = (wanted: WantedFile): string =>
  `请在 ${wanted === "docx" ? "Word" : "Excel"} 或 WPS 中打开，另存为 .${wanted} 后重新上传。`;

type Words = { readonly code: string; readonly is: string };
const WORDS: Partial<Record<FileKind, Words>> = {
  pdf: { code: "wrong_type", is: "这是 PDF 文件" },
  rtf: { code: "wrong_type", is: "这是 RTF 文件，只是改了扩展名" },
  html: { code: "wrong_type", is: "这是网页（HTML）文件，只是改了扩展名" },
  xml: { code: "wrong_type", is: "这是 XML 文本文件，只是改了扩展名" },
  image: { code: "wrong_type", is: "这是图片文件" },
  text: { code: "wrong_type", is: "这是纯文本（如 CSV）文件，只是改了扩展名" },
  zip: { code: "wrong_type", is: "这是压缩包或 Office 文档" },
  compound: { code: "wrong_type", is: "这是旧版 Office 格式的文件" },
  old_format_xls: { code: "old_format_xls", is: "这是旧版 Excel 格式（.xls）" },
  old_format_doc: { code: "old_format_doc", is: "这是旧版 Word 格式（.doc）" },
};

/** The refusal for a file that is not of the wanted kind, with how to convert it where that is possible. */
export function toKindRefusal(kind: FileKind, wanted: WantedFile): UnreadableFile {
  if (kind === "empty") return new UnreadableFile("empty_file", "文件是空的（0 字节）。请检查原文件后重新上传。");
  if (kind === "encrypted") {
    return new UnreadableFile("encrypted", "文件设置了打开密码，无法读取。请取消密码保护后重新上传。");
  }
  const words = WORDS[kind];
  if (!words) {
    return new UnreadableFile(
      "not_a_zip",
      `文件内容不是${WANTED[wanted]}，可能已经损坏。请在原电脑上确认能够打开，再另存一份后重新上传。`,
    );
  }
  const todo = wanted === "zip" ? "请重新打包为 .zip 后上传。" : saveAs(wanted);
  return new UnreadableFile(words.code, `${words.is}，这里需要 ${WANTED[wanted]}。${todo}`);
}
