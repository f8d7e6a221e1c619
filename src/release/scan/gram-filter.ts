import type { VisitGram } from "./grams.ts";

/** Words of 32 bits in a block: all bits of a gram lie in one line of the processor's cache, and in one read of a file. */
export const BLOCK = 16;
const BITS_PER_GRAM = 32;
const LEAST_GRAMS = 1 << 12;
/** Of a layer that later releases still add to: each writes it anew, 4 MB at most. */
const MOST_GROWING = 1 << 20;
const MARKS = 8;
const RECENT = 1 << 15;

function markAt(one: number, two: number, index: number): number {
  return (Math.imul(two, 2 * index + 1) + (one >>> index)) | 0;
}

/** @param words of the whole layer, a power of two: where the block of a gram begins */
export function blockOf(words: number, one: number): number {
  return (one & (words / BLOCK - 1)) * BLOCK;
}

/** Are all marks of the gram set in the block that begins there? */
export function isMarked(words: Uint32Array, block: number, one: number, two: number): boolean {
  for (let index = 0; index < MARKS; index++) {
    const mark = markAt(one, two, index);
    if ((((words[block + (mark >>> 28)] as number) >>> ((mark >>> 20) & 31)) & 1) === 0) return false;
  }
  return true;
}

function isFull(size: number, words: number): boolean {
  return size * BITS_PER_GRAM >= words * 32;
}

/** May a later release add to a layer of so many grams and words? */
export function isGrowing({ size, words }: { readonly size: number; readonly words: number }): boolean {
  return !isFull(size, words) && (words * 32) / BITS_PER_GRAM <= MOST_GROWING;
}

export class Layer {
  readonly words: Uint32Array;
  /** Grams that were new to it. */
  size: number;

  constructor(words: Uint32Array, size: number) {
    this.words = words;
    this.size = size;
  }

  get isFull(): boolean {
    return isFull(this.size, this.words.length);
  }

  has(one: number, two: number): boolean {
    return isMarked(this.words, blockOf(this.words.length, one), one, two);
  }

  add(one: number, two: number): void {
    const block = blockOf(this.words.length, one);
    for (let index = 0; index < MARKS; index++) {
      const mark = markAt(one, two, index);
      const word = block + (mark >>> 28);
      this.words[word] = (this.words[word] as number) | (1 << ((mark >>> 20) & 31));
    }
    this.size++;
  }
}

/**
 * A set of grams that may say yes too often and never no (Bloom, in blocks of one cache line). It only grows: a layer
 * that is full is followed by one twice as large.
 */
export class GramFilter {
  readonly #layers: Layer[];
  /** Those met last: pages say most things several times. */
  readonly #recent = new Int32Array(2 * RECENT);
  readonly #expected: number;
  readonly #most: number;

  private constructor(layers: Layer[], expected: number, most = Number.POSITIVE_INFINITY) {
    this.#layers = layers;
    this.#expected = expected;
    this.#most = most;
  }

  /** @param expected grams, about: a layer of the right size is looked at once */
  static empty(expected = 0): GramFilter {
    return new GramFilter([], expected);
  }

  /** What a release adds to the layers of the one before. @param last of them, where it is a growing one */
  static after(last: Layer | undefined): GramFilter {
    return new GramFilter(last ? [last] : [], 0, MOST_GROWING);
  }

  get layers(): readonly Layer[] {
    return this.#layers;
  }

  get size(): number {
    return this.#layers.reduce((sum, layer) => sum + layer.size, 0);
  }

  has(one: number, two: number): boolean {
    for (const layer of this.#layers) if (layer.has(one, two)) return true;
    return false;
  }

  readonly add: VisitGram = (one, two) => {
    const place = (one & (RECENT - 1)) * 2;
    if (this.#recent[place] === one && this.#recent[place + 1] === two) return;
    this.#recent[place] = one;
    this.#recent[place + 1] = two;
    if (!this.has(one, two)) this.#openLayer().add(one, two);
  };

  #openLayer(): Layer {
    const last = this.#layers.at(-1);
    if (last && !last.isFull) return last;
    const grams = last ? 2 * last.words.length : 2 ** Math.ceil(Math.log2(Math.max(this.#expected, LEAST_GRAMS)));
    const layer = new Layer(new Uint32Array((Math.min(grams, this.#most) * BITS_PER_GRAM) / 32), 0);
    this.#layers.push(layer);
    return layer;
  }
}
