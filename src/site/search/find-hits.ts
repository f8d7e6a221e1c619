import { sortHits, type Hit } from "#domain/search/hit.ts";
import { findZone } from "#domain/search/match.ts";
import { planTerm } from "#domain/search/plan.ts";
import type { Query } from "#domain/search/query.ts";
import type { SearchEntry } from "#domain/search/search-entry.ts";
import { createEngine } from "./engine.ts";
import { findCandidates } from "./find-candidates.ts";
import { findTarget, type Target } from "./find-target.ts";
import { intersect, keepBest, type Found, type FoundById } from "./found.ts";
import { createYearOpener } from "./open-years.ts";
import { openShardFiles, type ShardFiles } from "./shard-files.ts";

export type Finder = {
  /** Every record of the years that holds every term, exactly (design §7), best first. */
  readonly findHits: (query: Query, years: readonly number[]) => Promise<Hit[]>;
  /** The one record that the query names by its number; undefined when it names none or several. */
  readonly findTarget: (query: Query, years: readonly number[]) => Promise<Target | undefined>;
  readonly loadEntry: (hit: Pick<Hit, "row" | "id">) => Promise<SearchEntry>;
};

const TEXTS_AT_ONCE = 12;

function toZone(entry: SearchEntry, terms: readonly string[]): number | undefined {
  const zones = terms.map((term) => findZone(entry, term));
  return zones.includes(undefined) ? undefined : zones.reduce<number>((sum, zone) => sum + (zone ?? 0), 0);
}

/** Holds candidates against their texts, where the index alone can not decide. */
async function keepTrue(candidates: FoundById, terms: readonly string[], files: ShardFiles): Promise<FoundById> {
  const waiting = [...candidates.values()];
  const kept: Found[] = [];
  const work = async (): Promise<void> => {
    for (let item = waiting.pop(); item; item = waiting.pop()) {
      const zone = toZone(await files.loadEntry(item.hit.year, item.hit.id), terms);
      if (zone !== undefined) kept.push({ hit: item.hit, zone });
    }
  };
  await Promise.all(Array.from({ length: TEXTS_AT_ONCE }, work));
  return keepBest(kept);
}

/** @param folder address of the index, ends with a slash */
export function createFinder(folder: string): Finder {
  const engine = createEngine();
  const files = openShardFiles(folder);
  const openYears = createYearOpener(engine, files);

  const toHits = async (found: FoundById): Promise<Hit[]> => {
    const hits = [...found.values()].map(async ({ hit, zone }): Promise<Hit[]> => {
      const shard = (await files.loadYear(hit.year)).find(({ index }) => index.key === hit.shard);
      const row = shard?.rows[hit.ordinal];
      return row ? [{ row, id: hit.id, distance: zone }] : [];
    });
    return sortHits((await Promise.all(hits)).flat());
  };
  return {
    findHits: async ({ terms }, years) => {
      const plans = terms.map(planTerm);
      const lookedUp = plans.filter((plan) => plan.segments.length > 0);
      if (lookedUp.length === 0) return [];
      await openYears(years);
      const candidates = intersect(
        await Promise.all(lookedUp.map((plan) => findCandidates(plan, years, engine, files))),
      );
      const isSure = plans.every((plan) => !plan.needsText);
      return await toHits(isSure ? candidates : await keepTrue(candidates, terms, files));
    },
    findTarget: async ({ numberForm }, years) => {
      if (!numberForm) return undefined;
      await openYears(years);
      return await findTarget(numberForm, years, engine, files);
    },
    loadEntry: ({ row, id }) => files.loadEntry(row.year, id),
  };
}
