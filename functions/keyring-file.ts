import { randomUUID } from "node:crypto";
import { link, open, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Database } from "#db/open.ts";
import { admitKeyring, needsKeyring } from "#services/secrets/admit-keyring.ts";
import type { Keyring } from "#services/secrets/keyring.ts";
import { KeyringFault, makeKeyEntry, parseKeyring } from "#services/secrets/keyring.ts";
import type { Environment } from "./environment.ts";
import { WrongEnvironment } from "./environment.ts";

export function keyringFile({ dataFolder }: Pick<Environment, "dataFolder">): string {
  return join(dataFolder, "huiyin.secret");
}

async function readKeyringFile(path: string): Promise<string | undefined> {
  try {
    const { mode } = await stat(path);
    if (process.platform !== "win32" && (mode & 0o077) !== 0)
      throw new KeyringFault("其他用户也能读取，请把它的权限改为 600");
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

/** Stands on the disk when it returns: what is signed or hashed with a key must never outlive it. */
async function writeSafely(path: string, text: string): Promise<void> {
  const file = await open(path, "w", 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Whoever comes first makes it; another process that starts at the same time reads it. */
async function makeKeyringFile(path: string, db: Database): Promise<string> {
  if (await needsKeyring(db)) throw new KeyringFault("不存在，而数据库中已有须用它核对的内容，请从备份中恢复");
  const entry = `${makeKeyEntry()}\n`;
  const own = `${path}.${randomUUID()}`;
  await writeSafely(own, entry);
  // A link appears whole or not at all, and never in the place of another.
  const wins = await link(own, path).then(
    () => true,
    () => false,
  );
  await rm(own, { force: true });
  return wins ? entry : ((await readKeyringFile(path)) ?? "");
}

/**
 * The keys from HUIYIN_SECRET, else from the file in the data folder, which is made at the first start (mode 600).
 * Throws WrongEnvironment with one sentence where they are not those that the database was written with.
 */
export async function loadKeyring(environment: Environment, db: Database): Promise<Keyring> {
  const path = keyringFile(environment);
  const { secret } = environment;
  try {
    const keyring = parseKeyring(secret ?? (await readKeyringFile(path)) ?? (await makeKeyringFile(path, db)));
    await admitKeyring(db, keyring);
    return keyring;
  } catch (error) {
    if (!(error instanceof KeyringFault)) throw error;
    const where = secret === undefined ? `密钥文件“${path}”` : "环境变量 HUIYIN_SECRET ";
    throw new WrongEnvironment(`${where}不能使用：${error.message}。请改正后重新启动。`);
  }
}

/** The old file or the new one, whatever happens between. */
async function replaceFile(path: string, entries: readonly string[]): Promise<void> {
  await writeSafely(`${path}.new`, `${entries.join("\n")}\n`);
  await rename(`${path}.new`, path);
}

const readEntries = async (path: string) =>
  (await readFile(path, "utf8")).split(/[\s,]+/).filter((entry) => entry !== "");

/** A new key before the others: from the next start on it is the current one. */
export async function addKeyToFile(path: string): Promise<void> {
  await replaceFile(path, [makeKeyEntry(), ...(await readEntries(path))]);
}

/** Leaves only the keys of these ids. */
export async function keepKeysInFile(path: string, ids: readonly string[]): Promise<void> {
  const entries = await readEntries(path);
  await replaceFile(
    path,
    entries.filter((entry) => ids.includes(entry.split(":")[0] ?? "")),
  );
}
