import { and, eq, gt, inArray, isNull, lt, sql } from "drizzle-orm";
import type { Transaction } from "../open.ts";
import { accounts, activationCodes, recoveryCodes } from "../schema/accounts.ts";
import { actors, apiKeys } from "../schema/actors.ts";

export async function insertActor(tx: Transaction, row: typeof actors.$inferInsert): Promise<void> {
  await tx.insert(actors).values(row);
}

type ActorChange = Partial<Pick<typeof actors.$inferInsert, "name" | "role" | "unitCode" | "duty" | "disabledAt">>;

export async function updateActor(tx: Transaction, id: string, change: ActorChange): Promise<void> {
  await tx.update(actors).set(change).where(eq(actors.id, id));
}

export async function insertApiKey(tx: Transaction, row: typeof apiKeys.$inferInsert): Promise<void> {
  await tx.insert(apiKeys).values(row);
}

type KeyUse = Partial<Pick<typeof apiKeys.$inferInsert, "hash" | "lastUsedAt">>;

export async function updateApiKey(tx: Transaction, id: string, change: KeyUse): Promise<void> {
  await tx.update(apiKeys).set(change).where(eq(apiKeys.id, id));
}

export async function revokeApiKey(tx: Transaction, id: string, revokedAt: string): Promise<void> {
  await tx.update(apiKeys).set({ revokedAt }).where(eq(apiKeys.id, id));
}

/** False where the login is taken. */
export async function insertAccount(tx: Transaction, row: typeof accounts.$inferInsert): Promise<boolean> {
  return (await tx.insert(accounts).values(row).onConflictDoNothing()).rowsAffected === 1;
}

type AccountChange = Partial<Omit<typeof accounts.$inferInsert, "actorId" | "login">>;

export async function updateAccount(tx: Transaction, actorId: string, change: AccountChange): Promise<void> {
  await tx.update(accounts).set(change).where(eq(accounts.actorId, actorId));
}

/** The sign-in before this one stays to be seen. */
export async function noteSignIn(
  tx: Transaction,
  actorId: string,
  { at, from }: { readonly at: string; readonly from: string | null },
): Promise<void> {
  const { lastSignInAt, lastSignInFrom } = accounts;
  await tx
    .update(accounts)
    .set({
      previousSignInAt: sql`${lastSignInAt}`,
      previousSignInFrom: sql`${lastSignInFrom}`,
      lastSignInAt: at,
      lastSignInFrom: from,
    })
    .where(eq(accounts.actorId, actorId));
}

/** False where another request changed the password meanwhile. */
export async function replacePasswordHash(
  tx: Transaction,
  actorId: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<boolean> {
  const rows = and(eq(accounts.actorId, actorId), eq(accounts.passwordHash, from));
  return (await tx.update(accounts).set({ passwordHash: to }).where(rows)).rowsAffected === 1;
}

/** Takes the time step; false where this or a later one was taken: of two at once one gets it (ASVS 6.5.1). */
export async function takeTotpStep(tx: Transaction, actorId: string, step: number): Promise<boolean> {
  const rows = and(eq(accounts.actorId, actorId), lt(accounts.totpLastStep, step));
  return (await tx.update(accounts).set({ totpLastStep: step }).where(rows)).rowsAffected === 1;
}

/** One code at a time is good: an earlier one ends. */
export async function putActivationCode(tx: Transaction, row: typeof activationCodes.$inferInsert): Promise<void> {
  await tx.delete(activationCodes).where(eq(activationCodes.actorId, row.actorId));
  await tx.insert(activationCodes).values(row);
}

/** False where it was used or has run out. */
export async function useActivationCode(tx: Transaction, hash: string, at: string): Promise<boolean> {
  const open = and(eq(activationCodes.hash, hash), isNull(activationCodes.usedAt), gt(activationCodes.expiresAt, at));
  return (await tx.update(activationCodes).set({ usedAt: at }).where(open)).rowsAffected === 1;
}

export async function replaceRecoveryCodes(tx: Transaction, actorId: string, hashes: readonly string[]): Promise<void> {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.actorId, actorId));
  if (hashes.length > 0) await tx.insert(recoveryCodes).values(hashes.map((hash) => ({ actorId, hash })));
}

/** False where there is no such code or it was used. */
export async function useRecoveryCode(
  tx: Transaction,
  actorId: string,
  hashes: readonly string[],
  at: string,
): Promise<boolean> {
  const own = and(eq(recoveryCodes.actorId, actorId), inArray(recoveryCodes.hash, [...hashes]));
  const open = and(own, isNull(recoveryCodes.usedAt));
  return (await tx.update(recoveryCodes).set({ usedAt: at }).where(open)).rowsAffected === 1;
}
