import { type ShortNeedle, isMeantAt } from "./short-needles.ts";

const KEY = 2;
const FILTER_BITS = 18;

/** Of two characters. */
function hashAt(text: string, at: number): number {
  const hash = Math.imul(text.charCodeAt(at) | (text.charCodeAt(at + 1) << 16), 0x9e3779b1);
  return hash >>> (32 - FILTER_BITS);
}

/** Names, numbers and short texts, found in one pass: a filter over the first two characters, then those that begin so. */
export class ShortNeedleSet {
  readonly #filter = new Uint8Array(1 << FILTER_BITS);
  readonly #byStart = new Map<string, Map<string, ShortNeedle>>();

  constructor(needles: Iterable<ShortNeedle>) {
    for (const needle of needles) {
      this.#filter[hashAt(needle.text, 0)] = 1;
      const start = needle.text.slice(0, KEY);
      const group = this.#byStart.get(start) ?? new Map<string, ShortNeedle>();
      this.#byStart.set(start, group.set(needle.text, needle));
    }
  }

  get size(): number {
    return [...this.#byStart.values()].reduce((sum, group) => sum + group.size, 0);
  }

  *values(): Generator<ShortNeedle> {
    for (const group of this.#byStart.values()) yield* group.values();
  }

  /** Strikes out what an open text says in whatever sense: a name that is public anywhere is no needle. */
  removeIn(text: string): void {
    this.#walk(text, ({ text: known }, _, group) => group.delete(known));
  }

  findIn(text: string): Set<string> {
    const found = new Set<string>();
    this.#walk(text, (needle, at) => {
      if (isMeantAt(needle, text, at)) found.add(needle.text);
    });
    return found;
  }

  #walk(text: string, visit: (needle: ShortNeedle, at: number, group: Map<string, ShortNeedle>) => void): void {
    if (this.#byStart.size === 0) return;
    for (let at = 0; at + KEY <= text.length; at++) {
      if (this.#filter[hashAt(text, at)] === 0) continue;
      const group = this.#byStart.get(text.slice(at, at + KEY));
      for (const needle of group?.values() ?? []) {
        if (text.startsWith(needle.text, at)) visit(needle, at, group as Map<string, ShortNeedle>);
      }
    }
  }
}
