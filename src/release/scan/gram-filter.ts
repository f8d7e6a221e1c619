import type { VisitGram } from "./grams.ts";

/** Words of 32 bits in a block: all bits of a gram lie in one line of the processor's cache. */
const BLOCK = 16;
const BITS_PER_GRAM = 32;
const LEAST_GRAMS = 1 << 12;
const MARKS = 8;
const RECENT = 1 << 15;

function markAt(one: number, two: number, index: number): number {
  return (Math.imul(two, 2 * index + 1) + (one >>> index)) | 0;
}

class Layer {
  readonly words: Uint32Array;
  /** Grams that were new to it. */
  size: number;

  constructor(words: Uint32Array, size: number) {
    this.words = words;
    this.size = size;
  }

  get isFull(): boolean {
    return this.size * BITS_PER_GRAM >= this.words.length * 32;
  }

  #blockOf(one: number): number {
    // Lengths are powers of two.
    return (one & (this.words.length / BLOCK - 1)) * BLOCK;
  }

  has(one: number, two: number): boolean {
    const block = this.#blockOf(one);
    for (let index = 0; index < MARKS; index++) {
      const mark = markAt(one, two, index);
      if ((((this.words[block + (mark >>> 28)] as number) >>> ((mark >>> 20) & 31)) & 1) === 0) return false;
    }
    return true;
  }

  add(one: number, two: number): void {
    const block = this.#blockOf(one);
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

  private constructor(layers: Layer[], expected: number) {
    this.#layers = layers;
    this.#expected = expected;
  }

  /** @param expected grams, about: a layer of the right size is looked at once */
  static empty(expected = 0): GramFilter {
    return new GramFilter([], expected);
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

  /** Takes in all that another knows. */
  addAll(other: GramFilter): void {
    // The last layer is the one that grows.
    this.#layers.unshift(...other.#layers);
  }

  #openLayer(): Layer {
    const last = this.#layers.at(-1);
    if (last && !last.isFull) return last;
    const grams = last ? 2 * last.words.length : 2 ** Math.ceil(Math.log2(Math.max(this.#expected, LEAST_GRAMS)));
    const layer = new Layer(new Uint32Array((grams * BITS_PER_GRAM) / 32), 0);
    this.#layers.push(layer);
    return layer;
  }

  /** Little endian: number of layers, then of each its size, its words. */
  toBytes(): Uint8Array {
    const total = this.#layers.reduce((sum, layer) => sum + 2 + layer.words.length, 1);
    const words = new Uint32Array(total);
    words[0] = this.#layers.length;
    let at = 1;
    for (const layer of this.#layers) {
      words.set([layer.size, layer.words.length], at);
      words.set(layer.words, at + 2);
      at += 2 + layer.words.length;
    }
    return new Uint8Array(words.buffer);
  }

  /** Throws where the bytes are no filter. */
  static fromBytes(bytes: Uint8Array): GramFilter {
    const words = new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
    const layers: Layer[] = [];
    let at = 1;
    for (let index = 0; index < (words[0] ?? 0); index++) {
      const [size, length] = [words[at] ?? 0, words[at + 1] ?? 0];
      const own = words.slice(at + 2, at + 2 + length);
      if (own.length === 0 || own.length !== length) throw new Error("Failed to read a filter: it is cut off");
      layers.push(new Layer(own, size));
      at += 2 + length;
    }
    return new GramFilter(layers, 0);
  }
}
