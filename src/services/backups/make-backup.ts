import { copyFile, mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { sql } from "drizzle-orm";
import { findAuditHead } from "#db/reads/audit.ts";
import { openDatabase } from "#db/open.ts";
import { ifThere } from "#release/if-there.ts";
import { KEPT_RECEIPTS as RECEIPTS } from "#release/seal/write-receipts.ts";
import type { Context } from "../context.ts";
import { copyMissing, listFolder, type ListedFile } from "./list-folder.ts";
import { sealKeys } from "./seal-keys.ts";

/** backup.json: what lies beside it, and the end of the audit in it. */
export type BackupList = {
  readonly version: 1;
  readonly at: string;
  readonly auditHead: string | null;
  readonly auditRows: number;
  readonly files: readonly ListedFile[];
};

export type BackupOrder = {
  readonly dataFolder: string;
  /** A folder that is not there yet. */
  readonly out: string;
  /** Where the keys go, sealed: never into `out`. */
  readonly keys?: { readonly out: string; readonly passphrase: string };
};

export const LIST = "backup.json";
export const DATABASE = "huiyin.db";
/** Of the data folder, beside the database: uploaded files, and the receipts of what was taken down. */
export const FOLDERS = ["files"] as const;
/** What signs releases and what protects passwords. */
export const KEY_FILES = ["huiyin.secret", "keys/release-ed25519.json"] as const;

/** Something is not as a backup needs it; one Chinese sentence. */
export class BackupRefused extends Error {
  override name = "BackupRefused";
  readonly code = "backup_refused";
}

async function exists(path: string): Promise<boolean> {
  return (await ifThere(stat(path))) !== undefined;
}

async function saveKeys(dataFolder: string, { out, passphrase }: NonNullable<BackupOrder["keys"]>): Promise<void> {
  const found: Record<string, string> = {};
  for (const name of KEY_FILES) {
    // Kept elsewhere, or not made yet. One that is there and cannot be read is no backup of it.
    const text = await ifThere(readFile(join(dataFolder, name), "utf8"));
    if (text !== undefined) found[name] = text;
  }
  await mkdir(dirname(resolve(out)), { recursive: true });
  await writeFile(out, sealKeys(Buffer.from(JSON.stringify(found)), passphrase), { mode: 0o600, flag: "wx" });
}

/** The database as it is at one moment, while others go on writing (sqlite.org/lang_vacuum §2.2). */
async function copyDatabase(ctx: Context, target: string): Promise<{ auditHead: string | null; auditRows: number }> {
  await ctx.db.run(sql`vacuum into ${target}`);
  const copy = openDatabase(`file:${target}`);
  try {
    const head = await findAuditHead(copy);
    return { auditHead: head?.hash ?? null, auditRows: head?.seq ?? 0 };
  } finally {
    copy.$client.close();
  }
}

/**
 * Copies database and files into a folder that gets its name when it is whole; the keys go elsewhere, sealed. Releases
 * are left out: they are made of the facts. Throws BackupRefused.
 */
export async function makeBackup(ctx: Context, { dataFolder, out, keys }: BackupOrder): Promise<BackupList> {
  if (ctx.db.$client.protocol !== "file")
    throw new BackupRefused("数据库不在本机文件中，请用数据库服务自带的备份功能备份");
  if (await exists(out)) throw new BackupRefused(`“${out}”已经存在，请换一个文件夹，或者先移走原来的备份`);
  if (keys && resolve(keys.out).startsWith(`${resolve(out)}/`))
    throw new BackupRefused("密钥不能和数据放在一起，请把密钥存到另外的地方");
  if (keys && (await exists(keys.out))) throw new BackupRefused(`密钥文件“${keys.out}”已经存在，请换一个文件名`);
  const part = `${resolve(out)}.part`;
  await rm(part, { recursive: true, force: true });
  await mkdir(part, { recursive: true, mode: 0o700 });
  // Files before the rows that name them, and those that came meanwhile.
  for (const name of FOLDERS) await copyMissing(join(dataFolder, name), join(part, name));
  const head = await copyDatabase(ctx, join(part, DATABASE));
  for (const name of FOLDERS) await copyMissing(join(dataFolder, name), join(part, name));
  if (await exists(join(dataFolder, RECEIPTS))) await copyFile(join(dataFolder, RECEIPTS), join(part, RECEIPTS));
  const list: BackupList = { version: 1, at: ctx.now().toISOString(), ...head, files: await listFolder(part) };
  await writeFile(join(part, LIST), JSON.stringify(list, null, 2));
  if (keys) await saveKeys(dataFolder, keys);
  await rename(part, resolve(out));
  return list;
}
