import type { AccountHolder } from "#db/reads/accounts.ts";
import { updateActor } from "#db/writes/accounts.ts";
import { deleteSessionsOf } from "#db/writes/sessions.ts";
import { refuse } from "#domain/handling/refusal.ts";
import type { Context } from "../context.ts";
import { Refused } from "../errors.ts";
import type { AccountRef } from "./change-account.ts";
import { changeAccountBy } from "./change-account.ts";

/** From the next request on its holder is nobody; sessions end in the same transaction (ASVS 7.4.2). */
export async function disableAccount(ctx: Context, ref: AccountRef): Promise<AccountHolder> {
  return await changeAccountBy(ctx, "disable", ref, async (tx, { actor }) => {
    if (actor.disabledAt !== null) throw Refused.of(refuse("account_disabled"));
    await updateActor(tx, ref.id, { disabledAt: ctx.now().toISOString() });
    await deleteSessionsOf(tx, ref.id);
  });
}

/** The account is as it was; its holder signs in anew. */
export async function enableAccount(ctx: Context, ref: AccountRef): Promise<AccountHolder> {
  return await changeAccountBy(ctx, "enable", ref, async (tx, { actor }) => {
    if (actor.disabledAt === null) throw Refused.of(refuse("account_enabled"));
    await updateActor(tx, ref.id, { disabledAt: null });
  });
}
