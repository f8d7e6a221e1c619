/** Shortest needle: below it, ordinary words would match. */
export const SHORTEST = 8;

const FILTER_BITS = 20;
const FILTER_MASK = (1 << FILTER_BITS) - 1;

function hashAt(text: string, at: number): number {
  let hash = 0;
  for (let i = at; i < at + SHORTEST; i++) hash = (Math.imul(hash, 0x01000193) ^ text.charCodeAt(i)) | 0;
  return (hash ^ (hash >>> 15)) & FILTER_MASK;
}

/**
 * Finds any of many strings in a text in one pass: a filter over the first eight characters,
 * then the strings that begin so. Needles are folded and at least `SHORTEST` long.
 */
export class NeedleFinder {
  readonly #filter = new Uint8Array(1 << FILTER_BITS);
  readonly #byStart = new Map<string, string[]>();

  constructor(needles: Iterable<string>) {
    for (const needle of new Set(needles)) {
      if (needle.length < SHORTEST) throw new RangeError("needle too short");
      this.#filter[hashAt(needle, 0)] = 1;
      const start = needle.slice(0, SHORTEST);
      const group = this.#byStart.get(start);
      if (group) group.push(needle);
      else this.#byStart.set(start, [needle]);
    }
  }

  /** Every needle that occurs in the folded text. */
  findIn(text: string): Set<string> {
    const found = new Set<string>();
    if (this.#byStart.size === 0) return found;
    for (let at = 0; at + SHORTEST <= text.length; at++) {
      if (this.#filter[hashAt(text, at)] === 0) continue;
      for (const needle of this.#byStart.get(text.slice(at, at + SHORTEST)) ?? []) {
        if (text.startsWith(needle, at)) found.add(needle);
      }
    }
    return found;
  }
}
