/** Records in the smallest full shard: what one more record makes be indexed again. */
const UNIT = 256;
/** Records in the largest of a recent year: what a correction there makes be indexed again. */
const LARGEST = 4096;
/** Records of older years in one shard: few shards are few things to load, and old years change seldom. */
const LARGEST_OLD = 5120;
/** Years in which records still come and go. */
const RECENT_YEARS = 2;

/** Some records of a year, or all of several; newest year first. */
export type ShardPlan<T> = {
  readonly folder: string;
  readonly years: readonly number[];
  readonly records: readonly T[];
};
type Years<T> = readonly (readonly [year: number, newestFirst: readonly T[]])[];

/**
 * Sizes of a recent year's shards, oldest first: as many of the largest as it fills, then halves where they fit, then
 * the rest. A record that is newer than all others touches the last one alone.
 */
export function cutShards(records: number): number[] {
  const sizes = Array.from({ length: Math.floor(records / LARGEST) }, () => LARGEST);
  let rest = records % LARGEST;
  for (let size = LARGEST / 2; size >= UNIT; size /= 2) {
    if (rest < size) continue;
    sizes.push(size);
    rest -= size;
  }
  return rest > 0 ? [...sizes, rest] : sizes;
}

function cutYear<T>(years: Years<T>, sizes: readonly number[]): ShardPlan<T>[] {
  const names = years.map(([year]) => year);
  const name = names.length === 1 ? String(names[0]) : `${names.at(-1)}-${names[0]}`;
  const records = years.flatMap(([, ofYear]) => ofYear);
  let end = records.length;
  return sizes
    .map((size, place) => {
      const plan = { folder: `${name}/${place}`, years: names, records: records.slice(end - size, end) };
      end -= size;
      return plan;
    })
    .toReversed();
}

const countOf = <T>(years: Years<T>): number => years.reduce((sum, [, records]) => sum + records.length, 0);

/** Whole years, oldest first, as many to a shard as fit; a year that does not fit is cut into equal parts. */
function groupOldYears<T>(years: Years<T>): ShardPlan<T>[] {
  const groups: [year: number, newestFirst: readonly T[]][][] = [];
  for (const [year, records] of years.toReversed()) {
    const last = groups.at(-1);
    if (last && countOf(last) + records.length <= LARGEST_OLD) last.unshift([year, records]);
    else groups.push([[year, records]]);
  }
  return groups
    .map((group) => {
      const all = countOf(group);
      const parts = Math.max(1, Math.ceil(all / LARGEST_OLD));
      const sizes = Array.from({ length: parts }, (_, place) => Math.floor((all + place) / parts));
      return cutYear(group, sizes);
    })
    .toReversed()
    .flat();
}

/** Newest first. @param years newest first, without empty ones */
export function planShards<T>(years: Years<T>): ShardPlan<T>[] {
  const recent = years.slice(0, RECENT_YEARS).flatMap((year) => cutYear([year], cutShards(year[1].length)));
  return [...recent, ...groupOldYears(years.slice(RECENT_YEARS))];
}
