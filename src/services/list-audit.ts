import type { AuditFilter, AuditListRow } from "#db/reads/audit-list.ts";
import { countAuditRows, listAuditRows } from "#db/reads/audit-list.ts";
import type { Context } from "./context.ts";
import type { Page, PageRequest } from "./page.ts";
import { parseCursor, toPage } from "./page.ts";
import { requireOverseer } from "./scope.ts";

/** Who did what, latest first: for those who see the whole city. */
export async function listAudit(ctx: Context, query: AuditFilter & PageRequest): Promise<Page<AuditListRow>> {
  requireOverseer(ctx.actor);
  const { cursor, limit, ...filter } = query;
  const sort = "audit";
  const start = parseCursor(sort, cursor);
  const before = start === undefined ? undefined : Number(start.key);
  const found = await listAuditRows(ctx.db, filter, { before, limit: limit + 1 });
  const rows = found.map((row) => ({ ...row, sortKey: row.seq, sortId: row.seq }));
  return toPage<(typeof rows)[number], AuditListRow>(
    rows,
    await countAuditRows(ctx.db, filter),
    { sort, limit },
    (row) => row,
  );
}
