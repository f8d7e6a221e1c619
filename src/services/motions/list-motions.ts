import type { MotionDetail, MotionFilter, MotionListRow } from "#db/reads/motion-list.ts";
import { countMotionRows, findMotionDetail, listMotionRows } from "#db/reads/motion-list.ts";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import type { Page, PageRequest } from "../page.ts";
import { parseCursor, toPage } from "../page.ts";
import { getUnitScope } from "../scope.ts";

export type MotionQuery = MotionFilter & PageRequest & { readonly descending: boolean };

/** Motions by number; a unit sees those in which it has a part. */
export async function listMotions(ctx: Context, query: MotionQuery): Promise<Page<MotionListRow>> {
  const { descending, cursor, limit, ...wanted } = query;
  const own = getUnitScope(ctx.actor);
  if (own !== undefined && wanted.unit !== undefined && wanted.unit !== own)
    return { items: [], total: 0, nextCursor: null };
  const filter = own === undefined ? wanted : { ...wanted, unit: own };
  const sort = `motions:${descending ? "-" : ""}number`;
  const start = parseCursor(sort, cursor);
  const rows = await listMotionRows(ctx.db, filter, { descending, start, limit: limit + 1 });
  return toPage(rows, await countMotionRows(ctx.db, filter), { sort, limit }, (row) => row);
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
