import { copyFile, mkdir, readFile, readdir, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { sql } from "drizzle-orm";
import { openDatabase } from "#db/open.ts";
import { ifThere } from "#release/if-there.ts";
import { hashFile } from "./list-folder.ts";
import { BackupRefused, DATABASE, KEY_FILES, LIST, type BackupList } from "./make-backup.ts";
import { openKeys, WrongPassphrase } from "./seal-keys.ts";

export type RestoreOrder = {
  readonly from: string;
  /** Empty, or not there. */
  readonly dataFolder: string;
  readonly keys?: { readonly from: string; readonly passphrase: string };
};

async function readList(from: string): Promise<BackupList> {
  const text = await ifThere(readFile(join(from, LIST), "utf8"));
  if (text === undefined) throw new BackupRefused(`“${from}”不是备份：其中没有 ${LIST}`);
  const list = parseList(text);
  if (!list) throw new BackupRefused(`“${from}”中的 ${LIST} 内容不完整，请换一份备份`);
  return list;
}

function parseList(text: string): BackupList | undefined {
  try {
    const list = JSON.parse(text) as Partial<BackupList>;
    return list.version === 1 && Array.isArray(list.files) ? (list as BackupList) : undefined;
  } catch {
    return undefined;
  }
}

/** Everything is looked at before anything is written. */
async function assertWhole(from: string, { files }: BackupList): Promise<void> {
  for (const { path, bytes, sha256 } of files) {
    const info = await ifThere(stat(join(from, path)));
    const isSame = info?.size === bytes && (await hashFile(join(from, path))) === sha256;
    if (!isSame) throw new BackupRefused(`备份不完整：${path} 缺少，或与备份时不同。请换一份备份`);
  }
}

async function readKeys({ from, passphrase }: NonNullable<RestoreOrder["keys"]>): Promise<Record<string, string>> {
  try {
    const plain = openKeys(await readFile(from), passphrase);
    return JSON.parse(Buffer.from(plain).toString()) as Record<string, string>;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") throw new BackupRefused(`没有密钥文件“${from}”`);
    if (!(error instanceof WrongPassphrase)) throw error;
    throw new BackupRefused("密钥文件打不开：口令不对，或者文件有改动");
  }
}

async function assertSound(file: string): Promise<void> {
  const db = openDatabase(`file:${file}`);
  try {
    const [row] = await db.all<{ integrity_check: string }>(sql`pragma integrity_check`);
    if (row?.integrity_check !== "ok") throw new BackupRefused("备份中的数据库已经损坏，请换一份备份");
  } finally {
    db.$client.close();
  }
}

async function listNames(folder: string): Promise<string[]> {
  return await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw new BackupRefused(`数据文件夹“${folder}”不能使用：它不是文件夹，或者没有读写权限`);
  });
}

/** Puts a backup into an empty data folder. Throws BackupRefused before anything is written. */
export async function restoreBackup({ from, dataFolder, keys }: RestoreOrder): Promise<BackupList> {
  const list = await readList(from);
  if ((await listNames(dataFolder)).length > 0)
    throw new BackupRefused(`数据文件夹“${dataFolder}”不是空的，请换一个空的文件夹恢复`);
  await assertWhole(from, list);
  await assertSound(join(from, DATABASE));
  const found = keys ? await readKeys(keys) : {};
  for (const { path } of list.files) {
    await mkdir(dirname(join(dataFolder, path)), { recursive: true, mode: 0o700 });
    await copyFile(join(from, path), join(dataFolder, path));
  }
  for (const name of KEY_FILES) {
    const text = found[name];
    if (text === undefined) continue;
    await mkdir(dirname(join(dataFolder, name)), { recursive: true, mode: 0o700 });
    await writeFile(join(dataFolder, name), text, { mode: 0o600 });
  }
  return list;
}
