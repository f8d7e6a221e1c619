import type { EngineHit } from "./engine.ts";

/** A record found; zone as its place in ZONES, for several terms their sum. */
export type Found = { readonly hit: EngineHit; readonly zone: number };
export type FoundById = ReadonlyMap<string, Found>;

/** One for each record, with its best zone. */
export function keepBest(all: readonly Found[]): FoundById {
  const found = new Map<string, Found>();
  for (const item of all) {
    const known = found.get(item.hit.id);
    if (!known || item.zone < known.zone) found.set(item.hit.id, item);
  }
  return found;
}

/** Records that are in all of the maps. */
export function intersect(maps: readonly FoundById[]): FoundById {
  const [first, ...rest] = maps;
  const inAll = [...(first?.values() ?? [])].flatMap(({ hit, zone }): Found[] => {
    const zones = rest.map((map) => map.get(hit.id)?.zone);
    if (zones.includes(undefined)) return [];
    return [{ hit, zone: zones.reduce<number>((sum, other) => sum + (other ?? 0), zone) }];
  });
  return keepBest(inAll);
}
