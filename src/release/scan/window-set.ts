import { isTelling } from "./telling.ts";

/** Characters of a window: so many in a row of a withheld text, found nowhere in the open, are a leak. */
export const WINDOW = 10;

const BASE = 0x01000193;
/** BASE to the power of WINDOW: what the character that leaves had been multiplied to. */
const LEAVING = Array.from({ length: WINDOW }).reduce<number>((power) => Math.imul(power, BASE), 1);
/** With these, pages, tables and records put open texts in a row: before one and behind it they are open too. */
const SEPARATORS = Array.from("。,、;:.!?·|/-()[]{}<>\"'“”《》");
const SEPARATOR_CODES = new Set(SEPARATORS.map((separator) => separator.charCodeAt(0)));
const EDGE_BITS = 20;

/** Of what stands beside a separator within a window. */
function hashEdge(text: string, from: number): number {
  let hash = 0;
  for (let at = from; at < from + WINDOW - 1; at++) hash = (Math.imul(hash, BASE) + text.charCodeAt(at)) | 0;
  return mix(hash) >>> (32 - EDGE_BITS);
}

const FILTER_BITS_PER_WINDOW = 16;
const LEAST_SLOTS = 1 << 10;

function mix(hash: number): number {
  const half = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return half ^ (half >>> 13);
}

function toPowerOfTwo(least: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(least, LEAST_SLOTS)));
}

/** A set as threads share it, in memory that is nobody's own. */
export type SharedWindows = {
  readonly codes: Uint16Array;
  readonly slots: Int32Array;
  readonly filter: Uint8Array;
  readonly own: number;
};

/**
 * All windows of many folded texts, for finding any of them in one pass with a rolling hash (Rabin and Karp). A hash only
 * says where to look: what is found is equal character by character. Some 12 bytes a window.
 */
export class WindowSet {
  /** Text of which the windows are parts. */
  readonly #codes: Uint16Array;
  /** Place of a window in `#codes` plus one; 0: empty; negative: it stands in the open. */
  readonly #slots: Int32Array;
  readonly #filter: Uint8Array;
  readonly #filterMask: number;
  readonly #edges = new Uint8Array(1 << EDGE_BITS);
  #own = 0;

  private constructor({ codes, slots, filter, own }: SharedWindows) {
    this.#codes = codes;
    this.#slots = slots;
    this.#filter = filter;
    this.#filterMask = filter.length * 8 - 1;
    this.#own = own;
  }

  static of(texts: readonly string[]): WindowSet {
    const total = texts.reduce((sum, text) => sum + text.length, 0);
    const windows = new WindowSet({
      codes: new Uint16Array(new SharedArrayBuffer(total * 2)),
      slots: new Int32Array(new SharedArrayBuffer(toPowerOfTwo(total * 2) * 4)),
      filter: new Uint8Array(new SharedArrayBuffer(toPowerOfTwo(total * FILTER_BITS_PER_WINDOW) / 8)),
      own: 0,
    });
    windows.#addTexts(texts);
    return windows;
  }

  /** For finding only. */
  static fromShared(shared: SharedWindows): WindowSet {
    return new WindowSet(shared);
  }

  /** What another thread finds with, once nothing more is struck out. */
  get shared(): SharedWindows {
    return { codes: this.#codes, slots: this.#slots, filter: this.#filter, own: this.#own };
  }

  #addTexts(texts: readonly string[]): void {
    let start = 0;
    for (const text of texts) {
      for (let at = 0; at < text.length; at++) this.#codes[start + at] = text.charCodeAt(at);
      this.#addWindows(text, start);
      start += text.length;
    }
  }

  /** Windows that stand in nothing open. */
  get size(): number {
    return this.#own;
  }

  #addWindows(text: string, start: number): void {
    this.#walk(text, (from, hash) => {
      if (!isTelling(text, from, WINDOW)) return;
      const slot = this.#slotOf(text, from, hash);
      if (this.#slots[slot] !== 0) return;
      this.#slots[slot] = start + from + 1;
      this.#own++;
      const bit = hash & this.#filterMask;
      this.#filter[bit >>> 3] = (this.#filter[bit >>> 3] as number) | (1 << (bit & 7));
      if (SEPARATOR_CODES.has(text.charCodeAt(from))) this.#edges[hashEdge(text, from + 1)] = 1;
      if (SEPARATOR_CODES.has(text.charCodeAt(from + WINDOW - 1))) this.#edges[hashEdge(text, from)] = 1;
    });
  }

  /** Strikes out what an open text says too. */
  removeIn(text: string): void {
    this.#walkKnown(text, (_, slot) => {
      const place = this.#slots[slot] as number;
      if (place <= 0) return;
      this.#slots[slot] = -place;
      this.#own--;
    });
  }

  /** Strikes out an open line with a separator before it or behind it. */
  removeAtEdges(line: string): void {
    const inner = WINDOW - 1;
    if (line.length < inner) return;
    if (this.#edges[hashEdge(line, 0)] === 1) {
      for (const separator of SEPARATORS) this.removeIn(separator + line.slice(0, inner));
    }
    if (this.#edges[hashEdge(line, line.length - inner)] === 1) {
      for (const separator of SEPARATORS) this.removeIn(line.slice(-inner) + separator);
    }
  }

  /** What the folded text holds of the withheld, windows that touch taken together. */
  findIn(text: string): Set<string> {
    const found = new Set<string>();
    if (this.#own === 0) return found;
    let start = -1;
    let end = -1;
    this.#walkKnown(text, (from, slot) => {
      if ((this.#slots[slot] as number) <= 0) return;
      if (from > end) {
        if (end >= 0) found.add(text.slice(start, end));
        start = from;
      }
      end = from + WINDOW;
    });
    if (end >= 0) found.add(text.slice(start, end));
    return found;
  }

  /** Every window that stands in nothing open: where it begins in the codes. */
  eachOwn(visit: (codes: Uint16Array, from: number) => void): void {
    for (const place of this.#slots) if (place > 0) visit(this.#codes, place - 1);
  }

  #walk(text: string, visit: (from: number, hash: number) => void): void {
    let hash = 0;
    for (let at = 0; at < text.length; at++) {
      hash = (Math.imul(hash, BASE) + text.charCodeAt(at)) | 0;
      if (at >= WINDOW) hash = (hash - Math.imul(LEAVING, text.charCodeAt(at - WINDOW))) | 0;
      if (at >= WINDOW - 1) visit(at - WINDOW + 1, mix(hash));
    }
  }

  #walkKnown(text: string, visit: (from: number, slot: number) => void): void {
    this.#walk(text, (from, hash) => {
      const bit = hash & this.#filterMask;
      if (((this.#filter[bit >>> 3] as number) & (1 << (bit & 7))) === 0) return;
      const slot = this.#slotOf(text, from, hash);
      if (this.#slots[slot] !== 0) visit(from, slot);
    });
  }

  /** Where the window stands, or the empty slot where it would. */
  #slotOf(text: string, from: number, hash: number): number {
    const mask = this.#slots.length - 1;
    // The filter takes the low bits; a multiple of the golden ratio spreads them anew.
    let slot = (Math.imul(hash, 0x9e3779b1) >>> 7) & mask;
    while (this.#slots[slot] !== 0 && !this.#isAt(Math.abs(this.#slots[slot] as number) - 1, text, from)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #isAt(place: number, text: string, from: number): boolean {
    for (let at = 0; at < WINDOW; at++) {
      if (this.#codes[place + at] !== text.charCodeAt(from + at)) return false;
    }
    return true;
  }
}
