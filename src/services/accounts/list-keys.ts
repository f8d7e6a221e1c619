import type { KeyRow } from "#db/reads/accounts.ts";
import { findKey, listKeys as readKeys } from "#db/reads/accounts.ts";
import type { Context } from "../context.ts";
import { Forbidden, NotFound } from "../errors.ts";
import type { Page } from "../page.ts";
import { toWholePage } from "../page.ts";

/** Every API key with its holder, newest first; never the key itself. */
export async function listKeys({ db, actor }: Context): Promise<Page<KeyRow>> {
  if (actor.role !== "admin") throw new Forbidden();
  return toWholePage(await readKeys(db));
}

/** Throws NotFound. */
export async function getKey({ db, actor }: Context, id: string): Promise<KeyRow> {
  if (actor.role !== "admin") throw new Forbidden();
  const found = await findKey(db, id);
  if (!found) throw new NotFound("这个访问密钥");
  return found;
}
