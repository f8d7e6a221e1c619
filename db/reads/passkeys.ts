import { asc, eq, sql } from "drizzle-orm";
import type { Reader } from "../open.ts";
import { passkeys } from "../schema/accounts.ts";
import { audit } from "../schema/operations.ts";

export type PasskeyRow = typeof passkeys.$inferSelect;
/** Its audit rows are its version, as with accounts. */
export type VersionedPasskey = { readonly passkey: PasskeyRow; readonly version: number };

const version = sql<number>`(select count(*) from ${audit} where ${audit.object} = 'passkey:' || ${passkeys.id})`;

export async function findPasskey(reader: Reader, id: string): Promise<VersionedPasskey | undefined> {
  return await reader.select({ passkey: passkeys, version }).from(passkeys).where(eq(passkeys.id, id)).get();
}

/** First registered first. */
export async function listPasskeys(reader: Reader, actorId: string): Promise<VersionedPasskey[]> {
  return await reader
    .select({ passkey: passkeys, version })
    .from(passkeys)
    .where(eq(passkeys.actorId, actorId))
    .orderBy(asc(passkeys.createdAt), asc(passkeys.id));
}
