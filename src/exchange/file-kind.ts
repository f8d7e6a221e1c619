/** What the bytes say a file is. Its name is never asked. */
export type FileKind =
  | "zip"
  | "old_format_xls"
  | "old_format_doc"
  | "encrypted"
  | "compound"
  | "pdf"
  | "rtf"
  | "html"
  | "xml"
  | "image"
  | "text"
  | "binary"
  | "empty";

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

const ascii = (text: string): number[] => [...text].map((char) => char.charCodeAt(0));

const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const SIGNATURES: readonly (readonly [FileKind, readonly number[]])[] = [
  ["zip", [0x50, 0x4b, 0x03, 0x04]],
  ["zip", [0x50, 0x4b, 0x05, 0x06]],
  ["pdf", ascii("%PDF-")],
  ["rtf", ascii("{\\rtf")],
  ["image", [0xff, 0xd8, 0xff]],
  ["image", [0x89, 0x50, 0x4e, 0x47]],
  ["image", ascii("GIF8")],
];

/** Names of streams in the directory of a compound file (MS-CFB §2.6.1) are UTF-16LE. */
function hasStream(bytes: Uint8Array, name: string): boolean {
  const wanted = [...name].flatMap((char) => [char.charCodeAt(0), 0]).concat(0, 0);
  const first = wanted[0] ?? 0;
  for (let at = bytes.indexOf(first, 512); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}

function compoundKind(bytes: Uint8Array): FileKind {
  if (hasStream(bytes, "EncryptedPackage")) return "encrypted";
  if (hasStream(bytes, "WordDocument")) return "old_format_doc";
  if (hasStream(bytes, "Workbook") || hasStream(bytes, "Book")) return "old_format_xls";
  return "compound";
}

/** Bytes that no text has, apart from tab, line feed, form feed and carriage return. */
function isControlByte(byte: number): boolean {
  return byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d;
}

function hasUtf16Mark(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]);
}

function textKind(bytes: Uint8Array): FileKind {
  const head = new TextDecoder("latin1")
    .decode(bytes.subarray(0, 512))
    .replace(/^\xef\xbb\xbf/, "")
    .trimStart();
  if (/^<(?:!doctype html|html|head|meta|table|body)/i.test(head)) return "html";
  return head.startsWith("<?xml") ? "xml" : "text";
}

/** Reads signatures and control bytes only; nothing is parsed. */
export function detectFileKind(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return "empty";
  const known = SIGNATURES.find(([, signature]) => startsWith(bytes, signature));
  if (known) return known[0];
  if (startsWith(bytes, COMPOUND)) return compoundKind(bytes);
  if (hasUtf16Mark(bytes)) return "text";
  return bytes.some(isControlByte) ? "binary" : textKind(bytes);
}
