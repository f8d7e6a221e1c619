import type { Engine } from "./engine.ts";
import type { ShardFiles } from "./shard-files.ts";

/** Brings years into the engine, each once; what failed is tried again with the next search. */
export function createYearOpener(engine: Engine, files: ShardFiles): (years: readonly number[]) => Promise<void> {
  const opened = new Map<number, Promise<void>>();
  let last: Promise<void> = Promise.resolve();

  const add = async (year: number, before: Promise<void>): Promise<void> => {
    const shards = await files.loadYear(year);
    // One after the other: the first brings the program that the others need.
    await before;
    const [first, ...others] = shards;
    if (first) await engine.addShard(first.address, first.index.version);
    await Promise.all(others.map(async ({ address, index }) => await engine.addShard(address, index.version)));
  };
  const open = (year: number): Promise<void> => {
    const fresh = add(year, last);
    opened.set(year, fresh);
    last = fresh.catch(() => void opened.delete(year));
    return fresh;
  };
  return async (years) => {
    await Promise.all(years.map((year) => opened.get(year) ?? open(year)));
  };
}
