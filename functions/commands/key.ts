import { parseArgs } from "node:util";
import { Role } from "#domain/handling/actor.ts";
import { createKey } from "#services/accounts/create-key.ts";
import { openContext } from "./open-context.ts";
import type { Outcome } from "./run-command.ts";
import { Usage, runCommand } from "./run-command.ts";

const USAGE = `用法：npm run key -- --role office|unit|supervisor|machine|admin --name 姓名 [--unit 住建局] [--scope motions:read …] [--days 365]`;

const OPTIONS = {
  role: { type: "string" },
  unit: { type: "string" },
  name: { type: "string" },
  scope: { type: "string", multiple: true },
  days: { type: "string" },
} as const;

/** npm run key -- --role unit --unit 住建局 --name 张三: prints a new API key, once. */
await runCommand(process.argv.slice(2), async (argv): Promise<Outcome> => {
  const { values } = parseArgs({ args: argv, options: OPTIONS });
  const role = Role.safeParse(values.role);
  if (!role.success || !values.name) throw new Usage(USAGE);
  const ctx = await openContext();
  const created = await createKey(ctx, {
    role: role.data,
    name: values.name,
    ...(values.unit ? { unit: values.unit } : {}),
    ...(values.scope ? { scopes: values.scope } : {}),
    ...(values.days ? { days: Number(values.days) } : {}),
  });
  return {
    ok: true,
    json: created,
    text: `密钥（只显示这一次，请妥善保存）：\n${created.token}\n使用方法：请求头 Authorization: Bearer ${created.token.slice(0, 6)}…`,
  };
});
