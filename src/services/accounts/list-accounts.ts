import type { AccountFilter, AccountHolder } from "#db/reads/accounts.ts";
import { countAccounts, findAccount, listAccounts as readAccounts } from "#db/reads/accounts.ts";
import type { Context } from "../context.ts";
import { Forbidden, NotFound } from "../errors.ts";
import type { Page, PageRequest } from "../page.ts";
import { parseCursor, toPage } from "../page.ts";

const sort = "login";

/** Accounts by login. */
export async function listAccounts(
  { db, actor }: Context,
  { cursor, limit, ...filter }: AccountFilter & PageRequest,
): Promise<Page<AccountHolder>> {
  if (actor.role !== "admin") throw new Forbidden();
  const found = await readAccounts(db, filter, { start: parseCursor(sort, cursor), limit: limit + 1 });
  const rows = found.map((holder) => ({ holder, sortKey: holder.account.login, sortId: holder.actor.id }));
  return toPage(rows, await countAccounts(db, filter), { sort, limit }, ({ holder }) => holder);
}

/** Throws NotFound. */
export async function getAccount({ db, actor }: Context, id: string): Promise<AccountHolder> {
  if (actor.role !== "admin") throw new Forbidden();
  const found = await findAccount(db, id);
  if (!found) throw new NotFound("这个账号");
  return found;
}
