/** The same numbers in every run: a corpus that changes measures nothing. */
export type Random = {
  readonly below: (limit: number) => number;
  readonly between: (first: number, last: number) => number;
  readonly pick: <T>(items: readonly T[]) => T;
};

export function startRandom(seed: number): Random {
  let state = seed >>> 0;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  return {
    below,
    between: (first, last) => first + below(last - first + 1),
    pick: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error("Failed to pick: nothing to choose from");
      return item;
    },
  };
}
