import { z } from "zod";
import type { AccountHolder } from "#db/reads/accounts.ts";
import { findAccount, isActivated, listAdminAccounts } from "#db/reads/accounts.ts";
import { updateActor } from "#db/writes/accounts.ts";
import { deleteSessionsOf } from "#db/writes/sessions.ts";
import { writeTransaction } from "#db/transaction.ts";
import type { Transaction } from "#db/open.ts";
import { refuse } from "#domain/handling/refusal.ts";
import { recordAudit } from "../audit.ts";
import type { Context } from "../context.ts";
import { Forbidden, NotFound, Refused, Stale } from "../errors.ts";
import { hashOf } from "../hash.ts";
import { PersonFields } from "./create-account.ts";
import { findUnitCode } from "./find-unit-code.ts";
import { requireStepUp } from "./require-step-up.ts";

/** Names the account and the version that the caller saw (If-Match). */
export type AccountRef = { readonly id: string; readonly version: number };

/** Somebody must be left who can let others in (a key or a command may act, and is no person). */
async function checkAdminLeft(tx: Transaction, { actor }: AccountHolder): Promise<void> {
  if (actor.role !== "admin" || actor.disabledAt !== null) return;
  const others = (await listAdminAccounts(tx)).filter(({ account }) => account.actorId !== actor.id);
  if (!others.some(isActivated)) throw Refused.of(refuse("last_admin"));
}

const factsOf = ({ actor, account }: AccountHolder) => {
  const { id, name, role, unitCode, duty, disabledAt } = actor;
  return { id, login: account.login, name, role, unitCode, duty, disabled: disabledAt !== null };
};

/** The one way an administrator changes somebody else's account: role, step-up, version and audit row are checked here. */
export async function changeAccountBy(
  ctx: Context,
  verb: "change" | "disable" | "enable" | "reset",
  { id, version }: AccountRef,
  work: (tx: Transaction, found: AccountHolder) => Promise<void>,
): Promise<AccountHolder> {
  if (ctx.actor.role !== "admin") throw new Forbidden();
  requireStepUp(ctx);
  if (ctx.actor.id === id) throw Refused.of(refuse("own_account"));
  return await writeTransaction(ctx.db, async (tx) => {
    const found = await findAccount(tx, id);
    if (!found) throw new NotFound("这个账号");
    if (found.version !== version) throw new Stale();
    await work(tx, found);
    const after = (await findAccount(tx, id)) ?? found;
    if (after.actor.role !== "admin" || after.actor.disabledAt !== null) await checkAdminLeft(tx, found);
    const hashes = { beforeHash: hashOf(factsOf(found)), afterHash: hashOf(factsOf(after)) };
    await recordAudit(tx, ctx, { action: `account.${verb}`, object: `account:${id}`, ...hashes });
    return { ...after, version: found.version + 1 };
  });
}

export const AccountChange = z.strictObject(PersonFields);
export type AccountChange = z.input<typeof AccountChange>;

/** Name, role, unit and duty, all of them. Another role or unit ends the sessions: a new one may need a second factor. */
export async function changeAccount(ctx: Context, ref: AccountRef, raw: AccountChange): Promise<AccountHolder> {
  const { name, role, unit, duty } = AccountChange.parse(raw);
  return await changeAccountBy(ctx, "change", ref, async (tx, { actor }) => {
    const unitCode = await findUnitCode(tx, role, unit);
    await updateActor(tx, ref.id, { name, role, unitCode, duty });
    if (role !== actor.role || unitCode !== actor.unitCode) await deleteSessionsOf(tx, ref.id);
  });
}
