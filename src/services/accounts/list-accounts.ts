import type { AccountHolder } from "#db/reads/accounts.ts";
import { findAccount, listAccounts as readAccounts } from "#db/reads/accounts.ts";
import type { Context } from "../context.ts";
import { Forbidden, NotFound } from "../errors.ts";
import type { Page } from "../page.ts";
import { toWholePage } from "../page.ts";

/** Every account, by login. */
export async function listAccounts({ db, actor }: Context): Promise<Page<AccountHolder>> {
  if (actor.role !== "admin") throw new Forbidden();
  return toWholePage(await readAccounts(db));
}

/** Throws NotFound. */
export async function getAccount({ db, actor }: Context, id: string): Promise<AccountHolder> {
  if (actor.role !== "admin") throw new Forbidden();
  const found = await findAccount(db, id);
  if (!found) throw new NotFound("这个账号");
  return found;
}
