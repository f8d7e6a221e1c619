import { Usage } from "./run-command.ts";

const LEAST = 12;

/** From HUIYIN_BACKUP_PASSPHRASE, so that it stands in no list of processes. Throws Usage. */
export function readPassphrase(): string {
  const passphrase = process.env["HUIYIN_BACKUP_PASSPHRASE"] ?? "";
  if (passphrase.length >= LEAST) return passphrase;
  throw new Usage(
    `请在环境变量 HUIYIN_BACKUP_PASSPHRASE 中设置密钥文件的口令，不少于 ${LEAST} 个字符，并与备份分开保管。`,
  );
}
