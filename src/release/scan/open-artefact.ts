import { basename, extname } from "node:path";
import { decodeGrams } from "#domain/search/gram-files.ts";
import { cutText, type TextForm } from "./cut-text.ts";
import { isDatabase, readDatabase } from "./kinds/read-database.ts";
import { isGzip, readGzip } from "./kinds/read-gzip.ts";
import { isImage, readImage } from "./kinds/read-image.ts";
import { isPdf, readPdfText } from "./kinds/read-pdf-text.ts";
import { readRawText } from "./kinds/raw-text.ts";
import { readText } from "./kinds/read-text.ts";
import { isZip, readZip } from "./kinds/read-zip.ts";

const PAGES = [".html", ".css", ".js", ".mjs", ".svg", ".webmanifest", ".xml", ".atom", ".xsl", ".xsd", ".rels"];
const DATA = [".json", ".jsonl", ".csv", ".tsv", ".txt", ".md", ".bib", ".ris", ".sql", ".ics"];
const TEXT = new Set([...PAGES, ...DATA, "_headers", "_redirects", "CNAME", "mimetype"]);
/** Pairs of characters and their places: of the texts that lie beside them, which are opened as texts. */
const GRAMS = /^search-index\/[^!]*\.grams$/;
const MARKUP = new Set([".html", ".svg", ".xml", ".atom", ".xsl", ".xsd", ".rels"]);
const LARGEST = 1024 ** 3;
/** Archives in archives: more of them are no file that a reader opens. */
const DEEPEST = 4;

/** Pieces of text, many at a time (cut-text.ts). */
type Opened = AsyncGenerator<Iterable<string>>;

async function* openZip(path: string, bytes: Uint8Array, depth: number): Opened {
  for await (const entry of readZip(bytes)) {
    if (entry.name === "") yield readRawText(entry.bytes);
    else yield* openKind(`${path}!/${entry.name}`, entry.bytes, depth + 1);
  }
}

/** a.csv.gz holds a.csv; what is called only .gz holds a text or something with a layout of its own. */
function nameInside(path: string): string {
  const name = path.replace(/\.gz$/, "");
  return extname(name) === "" ? `${name}.txt` : name;
}

async function* openGzip(path: string, bytes: Uint8Array, depth: number): Opened {
  const { head, content } = readGzip(path, bytes, LARGEST);
  yield readRawText(head);
  yield* openKind(nameInside(path), content, depth + 1);
}

async function* openDatabase(path: string, bytes: Uint8Array, depth: number): Opened {
  for await (const cells of readDatabase(path, bytes)) {
    yield cells.filter((cell) => typeof cell === "string");
    for (const cell of cells) {
      if (typeof cell === "string") continue;
      if (hasOwnLayout(cell)) yield* openKind(`${path}!/cell`, cell, depth + 1);
      else yield readRawText(cell);
    }
  }
}

async function* openPdf(path: string, bytes: Uint8Array): Opened {
  for await (const text of readPdfText(path, bytes)) yield [text];
}

async function* openImage(_: string, bytes: Uint8Array): Opened {
  yield readImage(bytes);
}

function formOf(path: string, text: string): TextForm {
  const ending = extname(path);
  if (MARKUP.has(ending)) return "markup";
  if (ending === ".csv") return "csv";
  // What is called only .gz holds objects too.
  return ending === ".json" || (ending === ".txt" && text.startsWith("{")) ? "json" : "plain";
}

type Open = (path: string, bytes: Uint8Array, depth: number) => Opened;

/** Told by their first bytes, whatever they are called. */
const KINDS: readonly (readonly [is: (bytes: Uint8Array) => boolean, open: Open])[] = [
  [isGzip, openGzip],
  [isZip, openZip],
  [isDatabase, openDatabase],
  [isPdf, openPdf],
  [isImage, openImage],
];

function hasOwnLayout(bytes: Uint8Array): boolean {
  return KINDS.some(([is]) => is(bytes));
}

function isTextName(path: string): boolean {
  return TEXT.has(extname(path) || basename(path));
}

async function* openKind(path: string, bytes: Uint8Array, depth: number): Opened {
  if (depth > DEEPEST) throw new Error(`Failed to scan ${path}: too many archives in one another`);
  const kind = KINDS.find(([is]) => is(bytes));
  if (kind) yield* kind[1](path, bytes, depth);
  else if (isTextName(path)) {
    const text = readText(path, bytes);
    yield cutText(text, formOf(path, text));
  } else if (depth === 0 || bytes.length > 0)
    throw new Error(`Failed to scan ${path}: no way to look into this kind of file`);
}

/** Two characters are no text that could be withheld: it is enough that nothing else lies in the file. */
function assertGrams(path: string, bytes: Uint8Array): void {
  try {
    decodeGrams(bytes);
  } catch (cause) {
    throw new Error(`Failed to scan ${path}: not a file of pairs`, { cause });
  }
}

/** Longer than any signature of a kind, so that text which begins like one is opened as its bytes are. */
const SIGNATURE = 16;

/** The pieces of a text that is about to be written; undefined where its name or first characters make it another kind. */
export function openWrittenText(path: string, text: string): Iterable<string> | undefined {
  if (!isTextName(path) || GRAMS.test(path) || text.includes("\0")) return undefined;
  if (hasOwnLayout(Buffer.from(text.slice(0, SIGNATURE)))) return undefined;
  return cutText(text, formOf(path, text));
}

/**
 * All that one file of a release says, archives opened. Throws for a kind that it cannot open: what cannot be looked
 * into is not released (fail closed, design §1.7).
 */
export async function* openArtefact(path: string, bytes: Uint8Array): Opened {
  if (GRAMS.test(path)) assertGrams(path, bytes);
  else yield* openKind(path, bytes, 0);
}
