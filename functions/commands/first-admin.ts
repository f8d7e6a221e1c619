import { parseArgs } from "node:util";
import { findAccountByLogin } from "#db/reads/accounts.ts";
import { ensureFirstAdmin } from "#services/accounts/first-admin.ts";
import type { FirstAdmin } from "#services/accounts/first-admin.ts";
import { resetAccount } from "#services/accounts/reset-account.ts";
import type { CommandContext } from "./open-context.ts";
import { openContext } from "./open-context.ts";
import type { Outcome } from "./run-command.ts";
import { Usage, runCommand } from "./run-command.ts";

const USAGE = `用法：node functions/commands/first-admin.ts [--reset 登录名]
不带参数：还没有可以登录的系统管理员时，给出首个账号的激活码
--reset：系统管理员丢失密码或动态口令的，在本机重置其账号`;

async function reset(ctx: CommandContext, login: string): Promise<FirstAdmin> {
  const found = await findAccountByLogin(ctx.db, login);
  if (found?.actor.role !== "admin") throw new Usage(`没有登录名为“${login}”的系统管理员。\n${USAGE}`);
  const { activation } = await resetAccount(ctx, { id: found.actor.id, version: found.version });
  return { login, ...activation };
}

function toOutcome(issued: FirstAdmin | undefined): Outcome {
  if (!issued) return { ok: true, json: { login: null }, text: "已有可以登录的系统管理员，没有发放激活码。" };
  const { login, code, expiresAt } = issued;
  return {
    ok: true,
    json: issued,
    text: `登录名：${login}\n激活码（只显示这一次，${expiresAt} 前有效）：${code}\n请在办理工作台选择“激活账号”，设置密码并登记动态口令。`,
  };
}

/** Whoever can run this owns the machine and its database: the way back in when no administrator can sign in. */
await runCommand(process.argv.slice(2), async (argv): Promise<Outcome> => {
  const { values } = parseArgs({ args: argv, options: { reset: { type: "string" } } });
  const ctx = await openContext();
  return toOutcome(values.reset === undefined ? await ensureFirstAdmin(ctx) : await reset(ctx, values.reset));
});
