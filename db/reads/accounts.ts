import type { SQL } from "drizzle-orm";
import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Role } from "#domain/handling/actor.ts";
import type { Reader } from "../open.ts";
import { inValues, prepareOnce } from "../prepare-once.ts";
import type { KeysetStart } from "./keyset.ts";
import { afterStart, inOrder } from "./keyset.ts";
import { accounts, activationCodes, passkeys, recoveryCodes } from "../schema/accounts.ts";
import { actors, apiKeys } from "../schema/actors.ts";
import { audit } from "../schema/operations.ts";

type ActorRow = typeof actors.$inferSelect;
export type AccountRow = typeof accounts.$inferSelect;

export type KeyHolder = {
  readonly actor: ActorRow;
  readonly key: typeof apiKeys.$inferSelect;
};

const keyHolder = (reader: Reader) =>
  reader
    .select({ actor: actors, key: apiKeys })
    .from(apiKeys)
    .innerJoin(actors, eq(actors.id, apiKeys.actorId))
    .where(inValues(apiKeys.hash, "hashes"))
    .prepare();

/** `hashes`: every form in which the key may stand. */
export async function findKeyHolder(reader: Reader, hashes: readonly string[]): Promise<KeyHolder | undefined> {
  return await prepareOnce(reader, keyHolder).get({ hashes: JSON.stringify(hashes) });
}

const allNames = (reader: Reader) => reader.select({ id: actors.id, name: actors.name }).from(actors).prepare();
const actorOf = (reader: Reader) =>
  reader
    .select()
    .from(actors)
    .where(eq(actors.id, sql.placeholder("id")))
    .prepare();

/** Names of actors by id, for "who did it". */
export async function readActorNames(reader: Reader): Promise<ReadonlyMap<string, string>> {
  const rows = await prepareOnce(reader, allNames).all();
  return new Map(rows.map((row) => [row.id, row.name]));
}

export async function findActor(reader: Reader, id: string): Promise<ActorRow | undefined> {
  return await prepareOnce(reader, actorOf).get({ id });
}

/**
 * One audit row is written for each change, none can be lost: their number is the version of what they name.
 * Accounts and keys have no version column of their own.
 */
function versionOf(entity: "account" | "key", id: typeof actors.id | typeof apiKeys.id) {
  return sql<number>`(select count(*) from ${audit} where ${audit.object} = ${`${entity}:`} || ${id})`;
}

/** Public keys that its holder may sign in with. */
const passkeyCount = sql<number>`(select count(*) from ${passkeys} where ${passkeys.actorId} = ${accounts.actorId})`;

export type AccountHolder = {
  readonly actor: ActorRow;
  readonly account: AccountRow;
  readonly passkeys: number;
  readonly version: number;
};

function holders(reader: Reader) {
  return reader
    .select({ actor: actors, account: accounts, passkeys: passkeyCount, version: versionOf("account", actors.id) })
    .from(accounts)
    .innerJoin(actors, eq(actors.id, accounts.actorId));
}

export async function findAccount(reader: Reader, actorId: string): Promise<AccountHolder | undefined> {
  return await holders(reader).where(eq(accounts.actorId, actorId)).get();
}

export async function findAccountByLogin(reader: Reader, login: string): Promise<AccountHolder | undefined> {
  return await holders(reader).where(eq(accounts.login, login)).get();
}

export type AccountFilter = { readonly role?: Role | undefined; readonly unit?: string | undefined };
/** Rows after `start`, `limit` at most. */
export type KeysetPage = { readonly start: KeysetStart | undefined; readonly limit: number };

function accountConditions({ role, unit }: AccountFilter): SQL | undefined {
  return and(
    role === undefined ? undefined : eq(actors.role, role),
    unit === undefined ? undefined : eq(actors.unitCode, unit),
  );
}

/** By login. */
export async function listAccounts(
  reader: Reader,
  filter: AccountFilter,
  { start, limit }: KeysetPage,
): Promise<AccountHolder[]> {
  const order = { key: accounts.login, id: accounts.actorId, descending: false };
  return await holders(reader)
    .where(and(accountConditions(filter), afterStart(order, start)))
    .orderBy(...inOrder(order))
    .limit(limit);
}

export async function countAccounts(reader: Reader, filter: AccountFilter): Promise<number> {
  const row = await reader
    .select({ count: sql<number>`count(*)` })
    .from(accounts)
    .innerJoin(actors, eq(actors.id, accounts.actorId))
    .where(accountConditions(filter))
    .get();
  return row?.count ?? 0;
}

export function isActivated({ account }: AccountHolder): boolean {
  return account.passwordHash !== null;
}

/** Admins that may still act, first made first. */
export async function listAdminAccounts(reader: Reader): Promise<AccountHolder[]> {
  return await holders(reader)
    .where(and(eq(actors.role, "admin"), isNull(actors.disabledAt)))
    .orderBy(asc(actors.createdAt), asc(accounts.login));
}

/** `hashes`: every form in which the code may stand. */
export async function findActivation(reader: Reader, hashes: readonly string[]) {
  return await reader
    .select({ activation: activationCodes, actor: actors, account: accounts })
    .from(activationCodes)
    .innerJoin(accounts, eq(accounts.actorId, activationCodes.actorId))
    .innerJoin(actors, eq(actors.id, activationCodes.actorId))
    .where(inArray(activationCodes.hash, [...hashes]))
    .get();
}

export async function countRecoveryCodes(reader: Reader, actorId: string): Promise<number> {
  return await reader.$count(recoveryCodes, and(eq(recoveryCodes.actorId, actorId), isNull(recoveryCodes.usedAt)));
}

export type KeyRow = NonNullable<Awaited<ReturnType<typeof findKey>>>;

function keys(reader: Reader) {
  const { id, createdAt, expiresAt, revokedAt, scopes, prefix, lastUsedAt } = apiKeys;
  const key = { id, createdAt, expiresAt, revokedAt, scopes, prefix, lastUsedAt };
  return reader
    .select({ actor: actors, key, version: versionOf("key", id) })
    .from(apiKeys)
    .innerJoin(actors, eq(actors.id, apiKeys.actorId));
}

export async function findKey(reader: Reader, id: string) {
  return await keys(reader).where(eq(apiKeys.id, id)).get();
}

/** Newest first. */
export async function listKeys(reader: Reader, { start, limit }: KeysetPage): Promise<KeyRow[]> {
  const order = { key: apiKeys.createdAt, id: apiKeys.id, descending: true };
  return await keys(reader)
    .where(afterStart(order, start))
    .orderBy(...inOrder(order))
    .limit(limit);
}

export async function countKeys(reader: Reader): Promise<number> {
  return await reader.$count(apiKeys);
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
