import type { MotionDetail } from "#db/reads/motion-detail.ts";
import { findMotionDetail } from "#db/reads/motion-detail.ts";
import type { MotionFilter, MotionListRow } from "#db/reads/motion-list.ts";
import { listMotionRows } from "#db/reads/motion-list.ts";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import type { CountedPage, PageRequest } from "../page.ts";
import { parseCursor, toPage } from "../page.ts";
import { getUnitScope } from "../scope.ts";

export type MotionQuery = MotionFilter & PageRequest & { readonly descending: boolean };

/** Motions by number; a unit sees those in which it has a part. */
export async function listMotions(ctx: Context, query: MotionQuery): Promise<CountedPage<MotionListRow>> {
  const { descending, cursor, limit, ...wanted } = query;
  const own = getUnitScope(ctx.actor);
  if (own !== undefined && wanted.unit !== undefined && wanted.unit !== own)
    return { items: [], total: 0, totalIsExact: true, nextCursor: null };
  const filter = own === undefined ? wanted : { ...wanted, unit: own };
  const sort = `motions:${descending ? "-" : ""}number`;
  const start = parseCursor(sort, cursor);
  const { rows, total, exact } = await listMotionRows(ctx.db, filter, { descending, start, limit: limit + 1 });
  return { ...toPage(rows, total, { sort, limit }, (row): MotionListRow => row), totalIsExact: exact };
}

/** Throws NotFound where it is not there or the actor's unit has no part in it. */
export async function getMotion(ctx: Context, id: string): Promise<MotionDetail> {
  const own = getUnitScope(ctx.actor);
  const detail = await findMotionDetail(ctx.db, id);
  if (!detail || (own !== undefined && !detail.parts.some((part) => part.unitCode === own))) {
    throw new NotFound("这件建议提案");
  }
  return detail;
}
