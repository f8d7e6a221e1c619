import { z } from "@hono/zod-openapi";
import type { AccountHolder } from "#db/reads/accounts.ts";
import { DUTIES } from "#domain/account/duty.ts";
import { ROLE_NAMES, Role } from "#domain/handling/actor.ts";
import { hasSecondFactor } from "#services/accounts/spend-code.ts";

export const Account = z
  .strictObject({
    id: z.string(),
    version: z.int(),
    login: z.string(),
    name: z.string(),
    role: Role,
    roleName: z.string(),
    unitCode: z.string().nullable(),
    duty: z.enum(DUTIES).nullable(),
    state: z.enum(["waiting", "active", "disabled"]).openapi({ description: "待激活、在用、停用" }),
    secondFactor: z.boolean(),
    createdAt: z.string(),
  })
  .openapi("Account");

export const NewAccount = z
  .strictObject({
    account: Account,
    activationCode: z.string().openapi({ description: "激活码，只显示这一次，请当面交给本人" }),
    expiresAt: z.string(),
  })
  .openapi("NewAccount");

function stateOf({ actor, account }: AccountHolder): z.infer<typeof Account>["state"] {
  if (actor.disabledAt !== null) return "disabled";
  return account.passwordHash === null ? "waiting" : "active";
}

/** Field by field: neither hash nor secret leaves. */
export function toAccount(holder: AccountHolder): z.infer<typeof Account> {
  const { id, name, role, unitCode, duty, createdAt } = holder.actor;
  const who = { id, login: holder.account.login, name, role, roleName: ROLE_NAMES[role], unitCode, duty };
  const state = stateOf(holder);
  const secondFactor = state !== "waiting" && hasSecondFactor(holder);
  return { ...who, version: holder.version, state, secondFactor, createdAt };
}
