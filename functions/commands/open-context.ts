import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { migrateDatabase } from "#db/migrate.ts";
import type { Database } from "#db/open.ts";
import { openDatabase } from "#db/open.ts";
import { DatabaseBusy } from "#db/transaction.ts";
import { sealOldRows } from "#services/secrets/seal-old-rows.ts";
import { ensureSystemActor } from "#services/accounts/system-actor.ts";
import type { FileStore } from "#services/attachments/file-store.ts";
import type { Context } from "#services/context.ts";
import type { Environment } from "../environment.ts";
import { WrongEnvironment, readEnvironment } from "../environment.ts";
import { openFolderStore } from "../files/folder-store.ts";
import { loadKeyring } from "../keyring-file.ts";

export type CommandContext = Context & { readonly environment: Environment; readonly files: FileStore };

async function makeDataFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch {
    throw new WrongEnvironment(
      `数据文件夹“${folder}”不能使用：它不是文件夹，或者没有写入权限。请检查 HUIYIN_DATA 后重新启动。`,
    );
  }
}

async function openMigrated(environment: Environment): Promise<Database> {
  const db = openDatabase(environment.databaseUrl, environment.authToken);
  try {
    await migrateDatabase(db);
    return db;
  } catch (error) {
    if (error instanceof DatabaseBusy) throw error;
    const [where = ""] = environment.databaseUrl.split("?");
    throw new WrongEnvironment(
      `数据库“${where}”打不开（${reasonOf(error)}）。请检查 DATABASE_URL 和数据文件夹后重新启动。`,
    );
  }
}

/** The innermost cause: what the driver or the network said. */
function reasonOf(error: unknown): string {
  let reason = error;
  while (reason instanceof Error && reason.cause instanceof Error) reason = reason.cause;
  return reason instanceof Error ? reason.message : String(reason);
}

/** Opens the database that the environment names, brought up to date, acting as the machine itself. */
export async function openContext(): Promise<CommandContext> {
  const environment = readEnvironment(process.env);
  await makeDataFolder(environment.dataFolder);
  const db = await openMigrated(environment);
  const now = () => new Date();
  const keyring = await loadKeyring(environment, db);
  const files = openFolderStore(join(environment.dataFolder, "files"));
  const ctx = { db, now, keyring, environment, files, actor: await ensureSystemActor(db, now()) };
  await sealOldRows(ctx);
  return ctx;
}
