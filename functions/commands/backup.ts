import { parseArgs } from "node:util";
import { BackupRefused, makeBackup } from "#services/backups/make-backup.ts";
import { leaveBundle } from "#services/backups/leave-bundle.ts";
import { openContext } from "./open-context.ts";
import { readPassphrase } from "./read-passphrase.ts";
import { Usage, runCommand, type Outcome } from "./run-command.ts";

const USAGE = "用法：npm run backup -- --out 文件夹 [--keys 密钥文件]，或 npm run backup -- --leave 文件夹";
const megabytes = (files: readonly { readonly bytes: number }[]) =>
  (files.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6).toFixed(1);

/**
 * npm run backup -- --out FOLDER [--keys FILE]: database and files in a new folder, the keys elsewhere and sealed by
 * HUIYIN_BACKUP_PASSPHRASE. --leave FOLDER: every fact as JSON and CSV with the files, to leave with.
 */
await runCommand(process.argv.slice(2), async (argv): Promise<Outcome> => {
  const options = { out: { type: "string" }, keys: { type: "string" }, leave: { type: "string" } } as const;
  const { out, keys, leave } = parseArgs({ args: argv, options }).values;
  if ((out === undefined) === (leave === undefined)) throw new Usage(USAGE);
  const ctx = await openContext();
  const { dataFolder } = ctx.environment;
  const sealed = keys === undefined ? {} : { keys: { out: keys, passphrase: readPassphrase() } };
  try {
    if (leave !== undefined) {
      const bundle = await leaveBundle(ctx, { dataFolder, out: leave });
      const text = `已导出 ${bundle.tables} 张表、${bundle.rows} 条记录和文件，共 ${megabytes(bundle.files)} MB：${leave}`;
      return { ok: true, json: { ...bundle, files: bundle.files.length }, text };
    }
    const list = await makeBackup(ctx, { dataFolder, out: out ?? "", ...sealed });
    const rest =
      keys === undefined ? "没有备份密钥：请用 --keys 另存，没有密钥，恢复以后无人能登录。" : `密钥另存于 ${keys}。`;
    const text = `已备份 ${list.files.length} 个文件，共 ${megabytes(list.files)} MB：${out}。${rest}`;
    return { ok: true, json: { ...list, files: list.files.length, keys: keys ?? null }, text };
  } catch (error) {
    throw error instanceof BackupRefused ? new Usage(error.message) : error;
  }
});
