import { mkdir } from "node:fs/promises";
import { migrateDatabase } from "#db/migrate.ts";
import { openDatabase } from "#db/open.ts";
import { ensureSystemActor } from "#services/accounts/system-actor.ts";
import type { Context } from "#services/context.ts";
import type { Environment } from "../environment.ts";
import { readEnvironment } from "../environment.ts";

export type CommandContext = Context & { readonly environment: Environment };

/** Opens the database that the environment names, brought up to date, acting as the machine itself. */
export async function openContext(): Promise<CommandContext> {
  const environment = readEnvironment(process.env);
  await mkdir(environment.dataFolder, { recursive: true });
  const db = openDatabase(environment.databaseUrl, environment.authToken);
  await migrateDatabase(db);
  const now = () => new Date();
  return { db, now, environment, actor: await ensureSystemActor(db, now()) };
}
