import { closeSync, fstatSync, linkSync, mkdirSync, openSync, readFileSync, readSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { BLOCK, blockOf, GramFilter, isGrowing, isMarked, Layer } from "./gram-filter.ts";

/** What can be asked whether it may have a gram. */
export type Grams = Pick<GramFilter, "has">;

/** Grams in it, and 32-bit words. */
type LayerHead = { readonly size: number; readonly words: number };

const HEADS = "layers.json";
const WORD = 4;

function readHeads(folder: string): readonly LayerHead[] {
  return JSON.parse(readFileSync(join(folder, HEADS), "utf8")) as LayerHead[];
}

const layerFile = (folder: string, place: number): string => join(folder, `${place}`);

/** A layer on the disk, of which no more is read than is asked for. */
class AskedLayer {
  readonly #fd: number;
  readonly #words: number;
  readonly #block = new Uint32Array(BLOCK);

  constructor(file: string, { words }: LayerHead) {
    this.#fd = openSync(file, "r");
    this.#words = words;
    if (fstatSync(this.#fd).size === words * WORD) return;
    this.close();
    throw new Error("Failed to read a filter: it is cut off");
  }

  close(): void {
    closeSync(this.#fd);
  }

  has(one: number, two: number): boolean {
    const at = blockOf(this.#words, one) * WORD;
    if (readSync(this.#fd, this.#block, 0, BLOCK * WORD, at) !== BLOCK * WORD)
      throw new Error("Failed to read a filter: it is cut off");
    return isMarked(this.#block, 0, one, two);
  }
}

/** Opens the filter of a part, each layer a file, for the time of the question. Throws where it is not whole. */
export function askGrams<T>(folder: string, ask: (grams: Grams) => T): T {
  const layers: AskedLayer[] = [];
  try {
    for (const [place, head] of readHeads(folder).entries())
      layers.push(new AskedLayer(layerFile(folder, place), head));
    return ask({ has: (one, two) => layers.some((layer) => layer.has(one, two)) });
  } finally {
    for (const layer of layers) layer.close();
  }
}

/** Layers of a filter that stay as they are. */
export type SealedGrams = { readonly folder: string; readonly heads: readonly LayerHead[] };

/** A filter that goes on from the one in the folder: what is sealed of it, and what grows. Throws where it is not whole. */
export function growGrams(folder: string): { readonly sealed: SealedGrams; readonly filter: GramFilter } {
  const heads = readHeads(folder);
  const [last] = heads.slice(-1);
  if (!last || !isGrowing(last)) return { sealed: { folder, heads }, filter: GramFilter.after(undefined) };
  const words = new Uint32Array(new Uint8Array(readFileSync(layerFile(folder, heads.length - 1))).buffer);
  if (words.length !== last.words) throw new Error("Failed to read a filter: it is cut off");
  return { sealed: { folder, heads: heads.slice(0, -1) }, filter: GramFilter.after(new Layer(words, last.size)) };
}

/** A whole filter in the folder. Throws where there is none. */
export function sealGrams(folder: string): SealedGrams {
  return { folder, heads: readHeads(folder) };
}

/** Writes a filter into a new folder; what is sealed is linked. */
export function writeGrams(folder: string, { layers }: GramFilter, sealed: readonly SealedGrams[] = []): void {
  mkdirSync(folder, { recursive: true });
  const heads: LayerHead[] = [];
  for (const known of sealed) {
    for (const [place, head] of known.heads.entries()) {
      linkSync(layerFile(known.folder, place), layerFile(folder, heads.length));
      heads.push(head);
    }
  }
  for (const { size, words } of layers) {
    const bytes = new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
    writeFileSync(layerFile(folder, heads.length), bytes);
    heads.push({ size, words: words.length });
  }
  writeFileSync(join(folder, HEADS), JSON.stringify(heads));
}
