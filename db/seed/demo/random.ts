/** Small seeded generator (mulberry32): the demo city must be the same on every machine and in every run. */
export type Random = {
  /** [0, 1) */
  next(): number;
  /** Whole number, both ends included. */
  int(low: number, high: number): number;
  pick<T>(items: readonly T[]): T;
  shuffle<T>(items: readonly T[]): T[];
  chance(share: number): boolean;
};

/** FNV-1a over UTF-16 units: a label becomes a seed, so one matter does not depend on how many came before. */
function hashOf(label: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < label.length; index += 1) {
    hash = Math.imul(hash ^ label.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

export function makeRandom(label: string): Random {
  let state = hashOf(label);
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(items: readonly T[]): T => getAt(items, int(0, items.length - 1));
  const shuffle = <T>(items: readonly T[]): T[] => {
    const copy = [...items];
    for (let index = copy.length - 1; index > 0; index -= 1) {
      const other = int(0, index);
      [copy[index], copy[other]] = [getAt(copy, other), getAt(copy, index)];
    }
    return copy;
  };
  return { next, int, pick, shuffle, chance: (share) => next() < share };
}

/** The item at a place that is known to exist; the index wraps around. Throws on an empty list. */
export function getAt<T>(items: readonly T[], index: number): T {
  const item = items[((index % items.length) + items.length) % items.length];
  if (item === undefined) throw new RangeError("empty list");
  return item;
}
