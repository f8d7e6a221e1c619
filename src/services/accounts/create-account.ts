import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { AccountHolder } from "#db/reads/accounts.ts";
import { findAccountByLogin } from "#db/reads/accounts.ts";
import { insertAccount, insertActor } from "#db/writes/accounts.ts";
import { writeTransaction } from "#db/transaction.ts";
import type { Transaction } from "#db/open.ts";
import { DUTIES } from "#domain/account/duty.ts";
import { recordAudit } from "../audit.ts";
import type { Context } from "../context.ts";
import { Forbidden, Invalid } from "../errors.ts";
import { hashOf } from "../hash.ts";
import { findUnitCode } from "./find-unit-code.ts";
import type { Activation } from "./issue-activation.ts";
import { issueActivation } from "./issue-activation.ts";
import { requireStepUp } from "./require-step-up.ts";

/** Machines have keys, deputies links: neither has an account. */
export const ACCOUNT_ROLES = ["admin", "office", "unit", "supervisor"] as const;

const LOGIN_SENTENCE = "登录名为 3 至 40 位小写字母、数字、点、横线或下划线，以字母或数字开头";

/** What the office says of a person. */
export const PersonFields = {
  name: z.string().trim().min(1, "请填写姓名").max(60, "姓名请控制在 60 字以内"),
  role: z.enum(ACCOUNT_ROLES),
  unit: z.string().trim().min(1, "请填写单位").max(100).optional(),
  duty: z.enum(DUTIES).nullable().default(null),
};

export const AccountInput = z.strictObject({
  login: z.string().regex(/^[a-z0-9][a-z0-9._-]{2,39}$/, LOGIN_SENTENCE),
  ...PersonFields,
});
export type AccountInput = z.input<typeof AccountInput>;

export type NewAccount = { readonly holder: AccountHolder; readonly activation: Activation };

async function insert(tx: Transaction, ctx: Context, input: z.output<typeof AccountInput>): Promise<AccountHolder> {
  const { login, name, role, unit, duty } = input;
  const unitCode = await findUnitCode(tx, role, unit);
  const id = randomUUID();
  await insertActor(tx, { id, name, role, unitCode, duty, createdAt: ctx.now().toISOString() });
  if (!(await insertAccount(tx, { actorId: id, login }))) {
    const message = `登录名“${login}”已被使用，请换一个`;
    throw new Invalid(message, [{ path: "login", message }], "login_taken");
  }
  const afterHash = hashOf({ id, login, name, role, unitCode, duty });
  await recordAudit(tx, ctx, { action: "account.create", object: `account:${id}`, beforeHash: null, afterHash });
  const made = await findAccountByLogin(tx, login);
  if (!made) throw new Error("The account just made is not there");
  return made;
}

/** Provisions an account; its holder activates it with the code within 24 hours. Throws Invalid for a taken login or unknown unit. */
export async function createAccount(ctx: Context, raw: AccountInput): Promise<NewAccount> {
  if (ctx.actor.role !== "admin") throw new Forbidden();
  requireStepUp(ctx);
  const input = AccountInput.parse(raw);
  return await writeTransaction(ctx.db, async (tx) => {
    const holder = await insert(tx, ctx, input);
    return { holder, activation: await issueActivation(tx, ctx, holder.actor.id) };
  });
}
