import type { ReleaseFilter, ReleaseRow } from "#db/reads/releases.ts";
import { countReleaseRows, findRelease, listReleaseRows } from "#db/reads/releases.ts";
import type { Context } from "../context.ts";
import { NotFound } from "../errors.ts";
import type { Page, PageRequest } from "../page.ts";
import { parseCursor, toPage } from "../page.ts";

/** Releases and how far they are: for everyone with a key, since a release says nothing of what is in it. */
export async function listReleases(ctx: Context, query: ReleaseFilter & PageRequest): Promise<Page<ReleaseRow>> {
  const { cursor, limit, ...filter } = query;
  const sort = "releases";
  const found = await listReleaseRows(ctx.db, filter, { start: parseCursor(sort, cursor), limit: limit + 1 });
  const rows = found.map((row) => ({ ...row, sortKey: row.requestedAt, sortId: row.id }));
  return toPage<(typeof rows)[number], ReleaseRow>(
    rows,
    await countReleaseRows(ctx.db, filter),
    { sort, limit },
    (row) => row,
  );
}

/** Throws NotFound. */
export async function getRelease(ctx: Context, id: string): Promise<ReleaseRow> {
  const row = await findRelease(ctx.db, id);
  if (!row) throw new NotFound("这次发布");
  return row;
}
