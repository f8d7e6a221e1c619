import { ZONES } from "#domain/search/fields.ts";
import { zoneAt } from "#domain/search/index-content.ts";
import { needsRuns, toPhrases, type Segment, type TermPlan } from "#domain/search/plan.ts";
import type { Engine } from "./engine.ts";
import { intersect, keepBest, type FoundById } from "./found.ts";
import type { ShardFiles } from "./shard-files.ts";

/**
 * Records of the years that hold every segment of a term: all that hold the term, and no other where
 * `plan.needsText` is false. The years must be open in the engine.
 */
export async function findCandidates(
  plan: TermPlan,
  years: readonly number[],
  engine: Engine,
  files: ShardFiles,
): Promise<FoundById> {
  const runs = needsRuns(plan) ? new Set((await Promise.all(years.map(files.loadRuns))).flat()) : new Set<string>();
  const findSegment = async (segment: Segment): Promise<FoundById> => {
    const hits = (await Promise.all(toPhrases(segment, [...runs]).map(engine.findPhrase))).flat();
    const inYears = hits.filter(({ year }) => years.includes(year));
    return keepBest(inYears.map((hit) => ({ hit, zone: ZONES.indexOf(zoneAt(hit.position)) })));
  };
  return intersect(await Promise.all(plan.segments.map(findSegment)));
}
