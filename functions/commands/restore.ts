import { join } from "node:path";
import { parseArgs } from "node:util";
import { KEPT_RECEIPTS } from "#release/seal/write-receipts.ts";
import { verifyAudit } from "#services/audit-verify.ts";
import { BackupRefused } from "#services/backups/make-backup.ts";
import { restoreBackup } from "#services/backups/restore-backup.ts";
import { readEnvironment } from "../environment.ts";
import { openContext } from "./open-context.ts";
import { readPassphrase } from "./read-passphrase.ts";
import { Usage, runCommand, type Outcome } from "./run-command.ts";

const USAGE = "用法：HUIYIN_DATA=空文件夹 npm run restore -- 备份文件夹 --keys 密钥文件";

/** npm run restore -- FOLDER --keys FILE: a backup into an empty data folder, looked through before and after. */
await runCommand(process.argv.slice(2), async (argv): Promise<Outcome> => {
  const options = { keys: { type: "string" } } as const;
  const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true });
  const [from, ...rest] = positionals;
  if (from === undefined || rest.length > 0) throw new Usage(USAGE);
  const { dataFolder } = readEnvironment(process.env);
  const sealed = values.keys === undefined ? {} : { keys: { from: values.keys, passphrase: readPassphrase() } };
  try {
    const list = await restoreBackup({ from, dataFolder, ...sealed });
    const ctx = await openContext();
    const verdict = await verifyAudit(ctx.db, { anchors: list.auditHead === null ? [] : [list.auditHead] });
    const text = `已恢复 ${list.at} 的备份到 ${dataFolder}：${list.files.length} 个文件，操作记录${verdict.ok ? "完整" : "不完整，请停止使用并核查"}。备份以后办理的撤回和更正不在其中：原来的数据文件夹或者网站上的 /.well-known/huiyin-receipts.json 还在的，请先存为 ${join(dataFolder, KEPT_RECEIPTS)}，没有重新办理的就不会再公开。然后运行 npm start，网站会重新生成。`;
    return { ok: verdict.ok, json: { at: list.at, files: list.files.length, audit: verdict }, text };
  } catch (error) {
    throw error instanceof BackupRefused ? new Usage(error.message) : error;
  }
});
