import { refuseLargeFile } from "../zip/refuse-size.ts";
import { UnreadableFile } from "../unreadable-file.ts";
import type { AttachmentFile, PdfReader } from "./attachment-file.ts";
import { ATTACHMENT_BYTES, detectAttachmentType } from "./attachment-file.ts";
import { cleanJpeg } from "./clean-jpeg.ts";
import { cleanPng } from "./clean-png.ts";

function readImage(type: "image/jpeg" | "image/png", bytes: Uint8Array): AttachmentFile {
  const clean = type === "image/png" ? cleanPng(bytes) : cleanJpeg(bytes);
  const message = "图片中的内容无法自动核对。请人工核对有无个人信息（人像、证件、门牌、车牌等）。";
  return {
    type,
    bytes: clean.bytes,
    pages: null,
    text: [],
    metadata: [],
    notes: [{ code: "image_only", severity: "review", text: "", message }],
  };
}

/**
 * Reads an attachment of a reply, told by its bytes: a PDF with its text and what lies beside it, an image without
 * its metadata. Throws UnreadableFile: empty_file, too_large, wrong_attachment_type, encrypted, broken_attachment …
 */
export async function readAttachment(bytes: Uint8Array, readPdf: PdfReader): Promise<AttachmentFile> {
  if (bytes.length === 0) throw new UnreadableFile("empty_file", "文件是空的（0 字节）。请检查原文件后重新上传。");
  refuseLargeFile(bytes, ATTACHMENT_BYTES);
  const type = detectAttachmentType(bytes);
  return type === "application/pdf" ? await readPdf(bytes) : readImage(type, bytes);
}
