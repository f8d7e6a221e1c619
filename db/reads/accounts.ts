import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import type { Reader } from "../open.ts";
import { accounts, activationCodes, recoveryCodes } from "../schema/accounts.ts";
import { actors, apiKeys } from "../schema/actors.ts";
import { audit } from "../schema/operations.ts";

type ActorRow = typeof actors.$inferSelect;
export type AccountRow = typeof accounts.$inferSelect;

export type KeyHolder = {
  readonly actor: ActorRow;
  readonly key: Pick<typeof apiKeys.$inferSelect, "expiresAt" | "revokedAt" | "scopes">;
};

export async function findKeyHolder(reader: Reader, hash: string): Promise<KeyHolder | undefined> {
  const { expiresAt, revokedAt, scopes } = apiKeys;
  return await reader
    .select({ actor: actors, key: { expiresAt, revokedAt, scopes } })
    .from(apiKeys)
    .innerJoin(actors, eq(actors.id, apiKeys.actorId))
    .where(eq(apiKeys.hash, hash))
    .get();
}

/** Names of actors by id, for "who did it". */
export async function readActorNames(reader: Reader): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.select({ id: actors.id, name: actors.name }).from(actors);
  return new Map(rows.map((row) => [row.id, row.name]));
}

export async function findActor(reader: Reader, id: string): Promise<ActorRow | undefined> {
  return await reader.select().from(actors).where(eq(actors.id, id)).get();
}

/**
 * One audit row is written for each change, none can be lost: their number is the version of what they name.
 * Accounts and keys have no version column of their own.
 */
function versionOf(entity: "account" | "key", id: typeof actors.id | typeof apiKeys.id) {
  return sql<number>`(select count(*) from ${audit} where ${audit.object} = ${`${entity}:`} || ${id})`;
}

export type AccountHolder = { readonly actor: ActorRow; readonly account: AccountRow; readonly version: number };

function holders(reader: Reader) {
  return reader
    .select({ actor: actors, account: accounts, version: versionOf("account", actors.id) })
    .from(accounts)
    .innerJoin(actors, eq(actors.id, accounts.actorId));
}

export async function findAccount(reader: Reader, actorId: string): Promise<AccountHolder | undefined> {
  return await holders(reader).where(eq(accounts.actorId, actorId)).get();
}

export async function findAccountByLogin(reader: Reader, login: string): Promise<AccountHolder | undefined> {
  return await holders(reader).where(eq(accounts.login, login)).get();
}

export async function listAccounts(reader: Reader): Promise<AccountHolder[]> {
  return await holders(reader).orderBy(asc(accounts.login));
}

/** Admins that may still act, first made first. */
export async function listAdminAccounts(reader: Reader): Promise<AccountHolder[]> {
  return await holders(reader)
    .where(and(eq(actors.role, "admin"), isNull(actors.disabledAt)))
    .orderBy(asc(actors.createdAt), asc(accounts.login));
}

export async function findActivation(reader: Reader, hash: string) {
  return await reader
    .select({ activation: activationCodes, actor: actors, account: accounts })
    .from(activationCodes)
    .innerJoin(accounts, eq(accounts.actorId, activationCodes.actorId))
    .innerJoin(actors, eq(actors.id, activationCodes.actorId))
    .where(eq(activationCodes.hash, hash))
    .get();
}

export async function countRecoveryCodes(reader: Reader, actorId: string): Promise<number> {
  return await reader.$count(recoveryCodes, and(eq(recoveryCodes.actorId, actorId), isNull(recoveryCodes.usedAt)));
}

export type KeyRow = NonNullable<Awaited<ReturnType<typeof findKey>>>;

function keys(reader: Reader) {
  const { id, createdAt, expiresAt, revokedAt, scopes } = apiKeys;
  return reader
    .select({ actor: actors, key: { id, createdAt, expiresAt, revokedAt, scopes }, version: versionOf("key", id) })
    .from(apiKeys)
    .innerJoin(actors, eq(actors.id, apiKeys.actorId));
}

export async function findKey(reader: Reader, id: string) {
  return await keys(reader).where(eq(apiKeys.id, id)).get();
}

/** Newest first. */
export async function listKeys(reader: Reader): Promise<KeyRow[]> {
  return await keys(reader).orderBy(desc(apiKeys.createdAt), asc(apiKeys.id));
}

/** The person of this name in this role and unit, if there is one who may still act. */
export async function findNamesake(
  reader: Reader,
  { name, role, unitCode }: Pick<ActorRow, "name" | "role" | "unitCode">,
): Promise<{ id: string } | undefined> {
  const unit = unitCode === null ? isNull(actors.unitCode) : eq(actors.unitCode, unitCode);
  return await reader
    .select({ id: actors.id })
    .from(actors)
    .where(and(eq(actors.name, name), eq(actors.role, role), unit, isNull(actors.disabledAt)))
    .get();
}
