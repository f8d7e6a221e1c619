/** Shortest needle: below it, ordinary words would match. */
export const SHORTEST = 8;

const FILTER_BITS = 20;
const FILTER_MASK = (1 << FILTER_BITS) - 1;

/** Of four characters: enough to turn nearly every place away. */
function hashAt(text: string, at: number): number {
  const left = text.charCodeAt(at) | (text.charCodeAt(at + 1) << 16);
  const right = text.charCodeAt(at + 2) | (text.charCodeAt(at + 3) << 16);
  const hash = Math.imul(left, 0x9e3779b1) ^ Math.imul(right, 0x85ebca77);
  return (hash ^ (hash >>> 15)) & FILTER_MASK;
}

/**
 * Finds any of many strings in a text in one pass: a filter over the first characters,
 * then the strings that begin with the same eight. Needles are folded and at least `SHORTEST` long.
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
