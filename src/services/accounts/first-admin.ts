import { randomUUID } from "node:crypto";
import { findAccountByLogin, isActivated, listAdminAccounts } from "#db/reads/accounts.ts";
import { insertAccount, insertActor } from "#db/writes/accounts.ts";
import { writeTransaction } from "#db/transaction.ts";
import type { Transaction } from "#db/open.ts";
import { recordAudit } from "../audit.ts";
import type { Context } from "../context.ts";
import { Forbidden } from "../errors.ts";
import type { Activation } from "./issue-activation.ts";
import { issueActivation } from "./issue-activation.ts";

export type FirstAdmin = Activation & { readonly login: string };

/** `admin`, or `admin2` … where a disabled person has it. */
async function findFreeLogin(tx: Transaction): Promise<string> {
  for (let number = 1; ; number++) {
    const login = number === 1 ? "admin" : `admin${number}`;
    if (!(await findAccountByLogin(tx, login))) return login;
  }
}

async function makeAdmin(tx: Transaction, now: Date): Promise<{ readonly id: string; readonly login: string }> {
  const login = await findFreeLogin(tx);
  const id = randomUUID();
  await insertActor(tx, { id, name: "系统管理员", role: "admin", createdAt: now.toISOString() });
  await insertAccount(tx, { actorId: id, login });
  return { id, login };
}

/**
 * At the start of the program: undefined where an administrator can sign in; otherwise a one-time code for the first one
 * (design §2), each time a new one, good for 24 hours. `ctx` is the system's: whoever reads the terminal owns the machine.
 */
export async function ensureFirstAdmin(ctx: Context): Promise<FirstAdmin | undefined> {
  if (ctx.actor.role !== "admin" || ctx.session) throw new Forbidden();
  return await writeTransaction(ctx.db, async (tx) => {
    const admins = await listAdminAccounts(tx);
    if (admins.some(isActivated)) return undefined;
    const [waiting] = admins;
    const { id, login } = waiting
      ? { id: waiting.actor.id, login: waiting.account.login }
      : await makeAdmin(tx, ctx.now());
    const action = waiting ? "account.reissue" : "account.create";
    await recordAudit(tx, ctx, { action, object: `account:${id}`, beforeHash: null, afterHash: null });
    return { login, ...(await issueActivation(tx, ctx, id)) };
  });
}
