import { like, not, or, sql } from "drizzle-orm";
import type { Reader } from "../open.ts";
import { accounts, activationCodes, recoveryCodes } from "../schema/accounts.ts";
import { apiKeys } from "../schema/actors.ts";
import { settings } from "../schema/operations.ts";

const PREFIX = "key-check.";

/** The keys that rows were ever made with: check value by id. */
export async function readKeyChecks(reader: Reader): Promise<ReadonlyMap<string, string>> {
  const rows = await reader
    .select()
    .from(settings)
    .where(like(settings.key, `${PREFIX}%`));
  return new Map(rows.map(({ key, value }) => [key.slice(PREFIX.length), value]));
}

export function keyCheckName(id: string): string {
  return `${PREFIX}${id}`;
}

/** Rows that only the key of this id opens. */
export async function countRowsUnderKey(reader: Reader, id: string): Promise<number> {
  const dotted = `${id}.%`;
  const counts = [
    await reader.$count(accounts, or(like(accounts.totpSecret, dotted), like(accounts.passwordHash, `%,k=${id}$%`))),
    await reader.$count(activationCodes, like(activationCodes.hash, dotted)),
    await reader.$count(recoveryCodes, like(recoveryCodes.hash, dotted)),
    await reader.$count(apiKeys, like(apiKeys.hash, dotted)),
  ];
  return counts.reduce((sum, count) => sum + count, 0);
}

const unkeyed = (column: typeof apiKeys.hash | typeof activationCodes.hash | typeof recoveryCodes.hash) =>
  not(like(column, "%.%"));

/** Everything that was stored before there were keys, and secrets of apps that are under another key than `id`. */
export async function listUnsealed(reader: Reader, id: string) {
  const oldPassword = sql`${accounts.passwordHash} is not null and ${not(like(accounts.passwordHash, "%,k=%"))}`;
  const oldSecret = sql`${accounts.totpSecret} is not null and ${not(like(accounts.totpSecret, `${id}.%`))}`;
  const { actorId, passwordHash, totpSecret } = accounts;
  return {
    accounts: await reader
      .select({ actorId, passwordHash, totpSecret })
      .from(accounts)
      .where(or(oldPassword, oldSecret)),
    activations: await reader
      .select({ hash: activationCodes.hash })
      .from(activationCodes)
      .where(unkeyed(activationCodes.hash)),
    recoveries: await reader
      .select({ hash: recoveryCodes.hash })
      .from(recoveryCodes)
      .where(unkeyed(recoveryCodes.hash)),
    keys: await reader.select({ hash: apiKeys.hash }).from(apiKeys).where(unkeyed(apiKeys.hash)),
  };
}
