import type { KeyRow } from "#db/reads/accounts.ts";
import { countKeys, findKey, listKeys as readKeys } from "#db/reads/accounts.ts";
import type { Context } from "../context.ts";
import { Forbidden, NotFound } from "../errors.ts";
import type { Page, PageRequest } from "../page.ts";
import { parseCursor, toPage } from "../page.ts";

const sort = "created";

/** API keys with their holders, newest first; never the key itself. */
export async function listKeys({ db, actor }: Context, { cursor, limit }: PageRequest): Promise<Page<KeyRow>> {
  if (actor.role !== "admin") throw new Forbidden();
  const found = await readKeys(db, { start: parseCursor(sort, cursor), limit: limit + 1 });
  const rows = found.map((row) => ({ row, sortKey: row.key.createdAt, sortId: row.key.id }));
  return toPage(rows, await countKeys(db), { sort, limit }, ({ row }) => row);
}

/** Throws NotFound. */
export async function getKey({ db, actor }: Context, id: string): Promise<KeyRow> {
  if (actor.role !== "admin") throw new Forbidden();
  const found = await findKey(db, id);
  if (!found) throw new NotFound("这个访问密钥");
  return found;
}
