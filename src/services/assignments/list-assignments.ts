import type { LedgerFilter, LedgerOrder } from "#db/reads/ledger-query.ts";
import type { LedgerRow } from "#db/reads/ledger.ts";
import { findLedgerRow, listLedger } from "#db/reads/ledger.ts";
import { maySeeAssignment } from "#domain/handling/scope.ts";
import { shanghaiDate } from "../clock.ts";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import type { CountedPage, PageRequest } from "../page.ts";
import { parseCursor, toPage } from "../page.ts";
import { getUnitScope } from "../scope.ts";

export type LedgerQuery = LedgerFilter & LedgerOrder & PageRequest;

/** The ledger as this actor may see it: a unit its own, whatever it asks for. */
export async function listAssignments(ctx: Context, query: LedgerQuery): Promise<CountedPage<LedgerRow>> {
  const { sort, descending, cursor, limit, ...wanted } = query;
  const own = getUnitScope(ctx.actor);
  const order = `ledger:${descending ? "-" : ""}${sort}`;
  const start = parseCursor(order, cursor);
  // Another unit's ledger is empty, not forbidden: the answer tells nothing of it.
  if (own !== undefined && wanted.unit !== undefined && wanted.unit !== own)
    return { items: [], total: 0, totalIsExact: true, nextCursor: null };
  const filter = own === undefined ? wanted : { ...wanted, unit: own };
  const today = shanghaiDate(ctx.now());
  const { rows, total, exact } = await listLedger(ctx.db, filter, { sort, descending, start, limit: limit + 1 }, today);
  const page = toPage(rows, total, { sort: order, limit }, (row): LedgerRow => row);
  return { ...page, totalIsExact: exact };
}

/** Throws NotFound where it is not there or not the actor's. */
export async function getAssignment(ctx: Context, id: string): Promise<LedgerRow> {
  const row = await findLedgerRow(ctx.db, id, shanghaiDate(ctx.now()));
  if (!row || !maySeeAssignment(ctx.actor, row.unitCode)) throw new NotFound("这项交办");
  return row;
}
