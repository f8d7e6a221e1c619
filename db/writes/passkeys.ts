import { and, eq, lt } from "drizzle-orm";
import type { Transaction } from "../open.ts";
import { passkeys, spentChallenges } from "../schema/accounts.ts";

/** False where the credential is registered already, whoever has it. */
export async function insertPasskey(tx: Transaction, row: typeof passkeys.$inferInsert): Promise<boolean> {
  return (await tx.insert(passkeys).values(row).onConflictDoNothing()).rowsAffected === 1;
}

export async function renamePasskey(tx: Transaction, id: string, name: string): Promise<void> {
  await tx.update(passkeys).set({ name }).where(eq(passkeys.id, id));
}

export async function deletePasskey(tx: Transaction, id: string): Promise<void> {
  await tx.delete(passkeys).where(eq(passkeys.id, id));
}

export async function deletePasskeysOf(tx: Transaction, actorId: string): Promise<void> {
  await tx.delete(passkeys).where(eq(passkeys.actorId, actorId));
}

type Use = { readonly counter: number; readonly backedUp: boolean; readonly lastUsedAt: string };

/** False where it is gone, or another use counted as far meanwhile (WebAuthn §6.1.1); an authenticator that never counts says 0. */
export async function usePasskey(tx: Transaction, id: string, use: Use): Promise<boolean> {
  const { counter } = passkeys;
  const isLater = use.counter === 0 ? eq(counter, 0) : lt(counter, use.counter);
  return (
    (
      await tx
        .update(passkeys)
        .set(use)
        .where(and(eq(passkeys.id, id), isLater))
    ).rowsAffected === 1
  );
}

/** False where it was spent before. Those that ran out before `now` are forgotten. */
export async function insertSpentChallenge(
  tx: Transaction,
  row: typeof spentChallenges.$inferInsert,
  now: string,
): Promise<boolean> {
  await tx.delete(spentChallenges).where(lt(spentChallenges.expiresAt, now));
  return (await tx.insert(spentChallenges).values(row).onConflictDoNothing()).rowsAffected === 1;
}
