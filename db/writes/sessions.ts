import { eq, lt, or } from "drizzle-orm";
import type { Transaction } from "../open.ts";
import { sessions, signInAttempts } from "../schema/accounts.ts";

export async function insertSession(tx: Transaction, row: typeof sessions.$inferInsert): Promise<void> {
  await tx.insert(sessions).values(row);
}

export async function touchSession(tx: Transaction, tokenHash: string, lastSeenAt: string): Promise<void> {
  await tx.update(sessions).set({ lastSeenAt }).where(eq(sessions.tokenHash, tokenHash));
}

/** False where it was gone already. */
export async function deleteSession(tx: Transaction, tokenHash: string): Promise<boolean> {
  return (await tx.delete(sessions).where(eq(sessions.tokenHash, tokenHash))).rowsAffected === 1;
}

/** All of one person, half signed in ones too. */
export async function deleteSessionsOf(tx: Transaction, actorId: string): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.actorId, actorId));
}

/** Those that ended before `at`, or were last used before `idleSince`. */
export async function purgeSessions(tx: Transaction, at: string, idleSince: string): Promise<void> {
  await tx.delete(sessions).where(or(lt(sessions.expiresAt, at), lt(sessions.lastSeenAt, idleSince)));
}

export async function putAttempts(tx: Transaction, row: typeof signInAttempts.$inferInsert): Promise<void> {
  const { failures, delayedUntil } = row;
  await tx
    .insert(signInAttempts)
    .values(row)
    .onConflictDoUpdate({ target: signInAttempts.address, set: { failures, delayedUntil } });
}

export async function deleteAttempts(tx: Transaction, address: string): Promise<void> {
  await tx.delete(signInAttempts).where(eq(signInAttempts.address, address));
}

export async function purgeAttempts(tx: Transaction, before: string): Promise<void> {
  await tx.delete(signInAttempts).where(lt(signInAttempts.delayedUntil, before));
}
