import { countRowsUnderKey } from "#db/reads/secrets.ts";
import { addKeyToFile, keepKeysInFile, keyringFile } from "../keyring-file.ts";
import type { CommandContext } from "./open-context.ts";
import { openContext } from "./open-context.ts";
import type { Outcome } from "./run-command.ts";
import { Usage, runCommand } from "./run-command.ts";

const USAGE = "用法：npm run secret -- [rotate|retire]";

type KeyUse = { readonly id: string; readonly current: boolean; readonly rows: number };

async function listUses({ db, keyring }: CommandContext): Promise<KeyUse[]> {
  const ids = [...keyring.keys.keys()];
  return await Promise.all(
    ids.map(async (id) => ({ id, current: id === keyring.current.id, rows: await countRowsUnderKey(db, id) })),
  );
}

const toLine = ({ id, current, rows }: KeyUse) => `${id}：${current ? "现用" : "旧"}，数据库中有 ${rows} 条须用它核对`;

function getFile({ environment }: CommandContext): string {
  if (environment.secret !== undefined)
    throw new Usage("密钥由环境变量 HUIYIN_SECRET 给出，请在那里更换：把新的“编号:密钥”加在最前，原有的留在后面。");
  return keyringFile(environment);
}

/** npm run secret: which keys there are; `rotate` puts a new one first; `retire` takes away those that no row needs. */
await runCommand(process.argv.slice(2), async ([verb, ...rest]): Promise<Outcome> => {
  if (rest.length > 0 || (verb !== undefined && verb !== "rotate" && verb !== "retire")) throw new Usage(USAGE);
  const ctx = await openContext();
  const keys = await listUses(ctx);
  if (verb === undefined) return { ok: true, json: { keys }, text: keys.map(toLine).join("\n") };
  const file = getFile(ctx);
  if (verb === "rotate") {
    await addKeyToFile(file);
    const text = "已经生成新的密钥。请立即重新启动服务；旧密钥留在文件中，待各账号和访问密钥下次使用后自动换新。";
    return { ok: true, json: { keys }, text };
  }
  const kept = keys.filter(({ current, rows }) => current || rows > 0);
  await keepKeysInFile(
    file,
    kept.map(({ id }) => id),
  );
  const text = `留下 ${kept.length} 个密钥，删去 ${keys.length - kept.length} 个不再使用的。`;
  return { ok: true, json: { keys: kept }, text };
});
