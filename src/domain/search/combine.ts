import { visitRecords } from "./find-phrase.ts";
import { zoneAt } from "./stream.ts";

/** What a record holds of a term. */
export type Held = {
  /** Best zone, as its place in ZONES. */
  readonly zone: number;
  readonly hits: number;
};
/** A term in one shard: the records that hold it, and where it begins (nowhere known for a single character). */
export type TermHits = {
  readonly records: ReadonlyMap<number, Held>;
  readonly positions: Uint32Array;
  /** In characters. */
  readonly length: number;
};
/** A record that answers the query. */
export type Match = {
  readonly ordinal: number;
  /** Sum of the zones of its terms: 0 = all in the title. */
  readonly distance: number;
  /** The terms nowhere stand side by side, in their order. */
  readonly isScattered: boolean;
  readonly hits: number;
};

export function toTermHits(positions: Uint32Array, starts: Uint32Array, length: number): TermHits {
  const records = new Map<number, Held>();
  visitRecords(positions, starts, (ordinal, inside) => {
    const known = records.get(ordinal);
    records.set(ordinal, { zone: known?.zone ?? zoneAt(inside), hits: (known?.hits ?? 0) + 1 });
  });
  return { records, positions, length };
}

/** @param packed as `findSingles` makes them */
export function toSingleHits(packed: Uint32Array): TermHits {
  const records = new Map(Array.from(packed, (value) => [value >>> 2, { zone: value & 3, hits: 1 }] as const));
  return { records, positions: new Uint32Array(), length: 1 };
}

/** Either of several: best zone, all hits. */
function unite(terms: readonly TermHits[]): TermHits {
  const [only, ...others] = terms;
  if (only && others.length === 0) return only;
  const records = new Map<number, Held>();
  for (const term of terms) {
    for (const [ordinal, { zone, hits }] of term.records) {
      const known = records.get(ordinal);
      records.set(ordinal, { zone: Math.min(zone, known?.zone ?? zone), hits: hits + (known?.hits ?? 0) });
    }
  }
  return { records, positions: new Uint32Array(), length: 0 };
}

/** Between two words of a phrase there may be nothing or one character: 电梯 补贴 stands in 电梯补贴 and 电梯、补贴. */
const BETWEEN = 1;

function recordsSideBySide(left: TermHits, right: TermHits, starts: Uint32Array): Set<number> {
  const found = new Set<number>();
  let at = 0;
  visitRecords(left.positions, starts, (ordinal, _inside, position) => {
    const wanted = position + left.length;
    while (at < right.positions.length && (right.positions[at] ?? 0) < wanted) at++;
    if ((right.positions[at] ?? Number.POSITIVE_INFINITY) <= wanted + BETWEEN) found.add(ordinal);
  });
  return found;
}

/**
 * Records that hold one term of every group and none of the excluded ones.
 * @param starts of the records, as `toStarts` makes them
 */
export function combine(
  groups: readonly (readonly TermHits[])[],
  excluded: readonly TermHits[],
  starts: Uint32Array,
): Match[] {
  const terms = groups.map(unite);
  const [first, ...rest] = terms.toSorted((a, b) => a.records.size - b.records.size);
  if (!first) return [];
  const neighbours = terms.slice(1).map((right, place) => {
    const left = terms[place];
    return left ? recordsSideBySide(left, right, starts) : new Set<number>();
  });
  return [...first.records].flatMap(([ordinal, held]): Match[] => {
    const others = rest.flatMap((term) => term.records.get(ordinal) ?? []);
    if (others.length < rest.length || excluded.some((term) => term.records.has(ordinal))) return [];
    const all = [held, ...others];
    return [
      {
        ordinal,
        distance: all.reduce((sum, { zone }) => sum + zone, 0),
        isScattered: !neighbours.every((set) => set.has(ordinal)),
        hits: all.reduce((sum, { hits }) => sum + hits, 0),
      },
    ];
  });
}
