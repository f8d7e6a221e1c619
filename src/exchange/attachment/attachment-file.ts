import type { AttachmentType } from "#domain/attachment/attachment.ts";
import { UnreadableFile } from "../unreadable-file.ts";

/** An attachment as it will be kept: clean bytes, what a reader can read in it, what was found besides. */
export type AttachmentFile = {
  readonly type: AttachmentType;
  /** Without what nobody sees: positions, names of devices and people, previews. */
  readonly bytes: Uint8Array;
  /** Null for images. */
  readonly pages: number | null;
  /** Paragraphs, by page; empty where there is no text layer. */
  readonly text: readonly string[];
  /** Words of the file's own description: scanned like the text. */
  readonly metadata: readonly string[];
  readonly notes: readonly AttachmentNote[];
};

/** Something that a person must know of the file. `block`: it may not be attached as it stands. */
export type AttachmentNote = {
  readonly code: string;
  readonly severity: "block" | "review";
  readonly text: string;
  readonly message: string;
};

/** Reads a PDF: here (read-pdf.ts), or where there is room for it. Throws UnreadableFile. */
export type PdfReader = (bytes: Uint8Array) => Promise<AttachmentFile>;

export const ATTACHMENT_BYTES = 10 * 1024 * 1024;

export const brokenAttachment = (): UnreadableFile =>
  new UnreadableFile(
    "broken_attachment",
    "附件不完整或内部结构已损坏。请在原电脑上确认能够打开，再另存一份后重新上传。",
  );

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d];
const JPEG = [0xff, 0xd8, 0xff];
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** By the first bytes; the name is never asked. Throws UnreadableFile wrong_attachment_type. */
export function detectAttachmentType(bytes: Uint8Array): AttachmentType {
  if (startsWith(bytes, PDF)) return "application/pdf";
  if (startsWith(bytes, JPEG)) return "image/jpeg";
  if (startsWith(bytes, PNG)) return "image/png";
  throw new UnreadableFile(
    "wrong_attachment_type",
    "附件只能是 PDF 文件或 JPEG、PNG 图片，按文件内容判断。请转换格式后重新上传；Word、Excel 文件请另存为 PDF。",
  );
}
