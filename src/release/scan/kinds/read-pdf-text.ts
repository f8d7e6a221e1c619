import { inflateSync } from "node:zlib";
import { readPdf } from "#exchange/attachment/read-pdf.ts";
import { readRawText } from "./raw-text.ts";

const LARGEST = 64 * 1024 * 1024;
const STREAM = /stream\r?\n/g;
const SIGN = String.raw`[^\\()]|\\[\s\S]`;
/** Balanced parentheses stand in it as they are (ISO 32000-1 §7.3.4.2): up to three in one another, deeper ones by themselves. */
const LITERAL = new RegExp(String.raw`\((?:${SIGN}|\((?:${SIGN}|\((?:${SIGN})*\))*\))*\)`, "g");
const HEX = /<([0-9A-Fa-f\s]{8,})>/g;

export function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 5)).toString("latin1") === "%PDF-";
}

function toBytes(literal: string): Buffer {
  const plain = literal
    .slice(1, -1)
    .replace(/\\(?:([0-7]{1,3})|\r?\n|([\s\S]))/g, (_, octal?: string, one = "") =>
      octal === undefined ? (one as string) : String.fromCharCode(Number.parseInt(octal, 8) & 0xff),
    );
  return Buffer.from(plain, "latin1");
}

/** Strings of the language itself (ISO 32000-1 §7.3.4): bookmarks, alternative texts, descriptions of any name. */
function* readStrings(source: string): Generator<string> {
  const strings = [
    ...(source.match(LITERAL) ?? []).map(toBytes),
    ...Array.from(source.matchAll(HEX), ([, hex = ""]) => Buffer.from(hex.replace(/\s/g, ""), "hex")),
  ];
  for (const bytes of strings) {
    const isTwoByte = bytes[0] === 0xfe && bytes[1] === 0xff;
    yield new TextDecoder(isTwoByte ? "utf-16be" : "utf-8").decode(bytes);
  }
}

function inflate(bytes: Uint8Array): Uint8Array | undefined {
  try {
    return inflateSync(bytes, { maxOutputLength: LARGEST });
  } catch {
    return undefined;
  }
}

/** The streams that can be unpacked: objects, descriptions, and what an older state of the file left in it. */
function* readStreams(bytes: Uint8Array, source: string): Generator<string> {
  for (const { index, 0: head } of source.matchAll(STREAM)) {
    const from = index + head.length;
    const end = source.indexOf("endstream", from);
    const packed = bytes.subarray(from, end < 0 ? undefined : end);
    const content = inflate(packed) ?? packed;
    yield* readStrings(Buffer.from(content).toString("latin1"));
    yield* readRawText(content);
  }
}

/**
 * What a PDF shows, and what its objects say beside that. Throws where it is locked, broken, too large to be read or
 * carries other files or scripts. Not read: glyphs of an older state of the file that no page shows.
 */
export async function* readPdfText(path: string, bytes: Uint8Array): AsyncGenerator<string> {
  const { text, metadata, notes } = await readPdf(bytes);
  const found = notes.find(({ severity }) => severity === "block");
  if (found) throw new Error(`Failed to scan ${path}: ${found.code}`);
  yield text.join("\n");
  yield* metadata;
  const source = Buffer.from(bytes).toString("latin1");
  yield* readStrings(source);
  yield* readStreams(bytes, source);
}
