import { basename, extname } from "node:path";
import { decodeGrams } from "#domain/search/gram-files.ts";
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
const LARGEST = 1024 ** 3;
/** Archives in archives: more of them are no file that a reader opens. */
const DEEPEST = 4;

type Opened = AsyncGenerator<string>;

async function* openZip(path: string, bytes: Uint8Array, depth: number): Opened {
  for await (const entry of readZip(bytes)) {
    if (entry.name === "") yield* readRawText(entry.bytes);
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
  yield* readRawText(head);
  yield* openKind(nameInside(path), content, depth + 1);
}

async function* openDatabase(path: string, bytes: Uint8Array, depth: number): Opened {
  for await (const cell of readDatabase(path, bytes)) {
    if (typeof cell === "string") yield cell;
    else if (hasOwnLayout(cell)) yield* openKind(`${path}!/cell`, cell, depth + 1);
    else yield* readRawText(cell);
  }
}

type Open = (path: string, bytes: Uint8Array, depth: number) => AsyncIterable<string> | Iterable<string>;

/** Told by their first bytes, whatever they are called. */
const KINDS: readonly (readonly [is: (bytes: Uint8Array) => boolean, open: Open])[] = [
  [isGzip, openGzip],
  [isZip, openZip],
  [isDatabase, openDatabase],
  [isPdf, readPdfText],
  [isImage, (_, bytes) => readImage(bytes)],
];

function hasOwnLayout(bytes: Uint8Array): boolean {
  return KINDS.some(([is]) => is(bytes));
}

async function* openKind(path: string, bytes: Uint8Array, depth: number): Opened {
  if (depth > DEEPEST) throw new Error(`Failed to scan ${path}: too many archives in one another`);
  const kind = KINDS.find(([is]) => is(bytes));
  if (kind) yield* kind[1](path, bytes, depth);
  else if (TEXT.has(extname(path) || basename(path))) yield readText(path, bytes);
  else if (depth === 0 || bytes.length > 0)
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

/**
 * All that one file of a release says, archives opened. Throws for a kind that it cannot open: what cannot be looked
 * into is not released (fail closed, design §1.7).
 */
export async function* openArtefact(path: string, bytes: Uint8Array): Opened {
  if (GRAMS.test(path)) assertGrams(path, bytes);
  else yield* openKind(path, bytes, 0);
}
