import type { SecurityEventFilter, SecurityEventRow } from "#db/reads/security-events.ts";
import { countSecurityEvents, listSecurityEvents as readEvents } from "#db/reads/security-events.ts";
import type { Context } from "../context.ts";
import { Forbidden } from "../errors.ts";
import type { Page, PageRequest } from "../page.ts";
import { parseCursor, toPage } from "../page.ts";

const sort = "security";

async function readPage(ctx: Context, query: SecurityEventFilter & PageRequest): Promise<Page<SecurityEventRow>> {
  const { cursor, limit, ...filter } = query;
  const start = parseCursor(sort, cursor);
  const before = start === undefined ? undefined : Number(start.key);
  const found = await readEvents(ctx.db, filter, { before, limit: limit + 1 });
  const rows = found.map((row) => ({ ...row, sortKey: row.id, sortId: row.id }));
  const total = await countSecurityEvents(ctx.db, filter);
  return toPage<(typeof rows)[number], SecurityEventRow>(rows, total, { sort, limit }, (row) => row);
}

/** Who got in and who was refused what, latest first: for those who watch over it. */
export async function listSecurityEvents(
  ctx: Context,
  query: SecurityEventFilter & PageRequest,
): Promise<Page<SecurityEventRow>> {
  const { role } = ctx.actor;
  if (role !== "admin" && role !== "supervisor") throw new Forbidden();
  return await readPage(ctx, query);
}

/** The same of oneself. */
export async function listOwnEvents(ctx: Context, page: PageRequest): Promise<Page<SecurityEventRow>> {
  return await readPage(ctx, { ...page, actor: ctx.actor.id });
}
