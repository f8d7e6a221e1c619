import type { Reader } from "#db/open.ts";
import type { SummaryRecord } from "#db/reads/summaries.ts";
import { findSummary } from "#db/reads/summaries.ts";
import type { Actor } from "#domain/handling/actor.ts";
import { NotFound } from "../errors.ts";
import { getUnitScope } from "../scope.ts";

/** Throws NotFound where it is not there or another unit's: the two look alike. The city's is not for units. */
export async function getSummary(reader: Reader, actor: Actor, slug: string): Promise<SummaryRecord> {
  const own = getUnitScope(actor);
  const found = await findSummary(reader, slug);
  if (!found || (own !== undefined && found.summary.unitCode !== own)) throw new NotFound("这份总结");
  return found;
}
