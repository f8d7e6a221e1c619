/** Records in the smallest full shard: what one more record makes be indexed again. */
const UNIT = 256;
/** Records in the largest: what the engine holds in memory at once. */
const LARGEST = 2048;
/** Of one year. */
const MOST = 100;

/**
 * Sizes of a year's shards, oldest first: as many of the largest as it fills, then halves where they fit, then the rest.
 * A record that is newer than all others touches the last one alone, and a year of n records has few shards.
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

/** The number by which the engine tells shards apart. */
export function toShardKey(year: number, index: number): number {
  if (index >= MOST) throw new Error(`Failed to index ${year}: more than ${MOST} shards`);
  return year * MOST + index;
}

export function yearOfShard(key: number): number {
  return Math.floor(key / MOST);
}
